import FoundationEssentials
import Testing

@Suite("Files that are under version control")
struct RepositoryFilesTests {
    /// Folders of the machine that something was written on; put together here so that this file names none.
    private static let privateFolders = ["work", "root", "home/[a-z]+"].map { "/\($0)/" }

    @Test func noneNamesAFolderOfOneMachine() throws {
        let place = try Regex("(?:^|[^A-Za-z0-9_.\\-}*/])(" + Self.privateFolders.joined(separator: "|") + ")")
        let violations = Project.files.flatMap { path -> [Violation] in
            guard let bytes = Project.content(path), !bytes.prefix(8_000).contains(0) else { return [] }
            return lines(of: bytes, matching: place).map {
                Violation(path: path, line: $0, advice: "name no folder of one machine; make the path relative or configurable")
            }
        }
        Violation.expectNone(violations)
    }

    @Test func noneIsOverOneMebibyte() {
        let large = Project.files.compactMap { path -> Violation? in
            guard let size = Project.content(path)?.count, size > 1 << 20 else { return nil }
            return Violation(
                path: path, line: 1, advice: "the file has \(size) bytes; leave it out of the repository, or make it in a test")
        }
        Violation.expectNone(large)
    }

    /// Looks only at lines that hold one of the folders' names, because most hold none.
    private func lines(of bytes: [UInt8], matching expression: Regex<AnyRegexOutput>) -> [Int] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap { number, line in
            guard line.contains(UInt8(ascii: "/")) else { return nil }
            let text = String(decoding: line, as: UTF8.self)
            guard ["/work", "/root", "/home"].contains(where: text.contains) else { return nil }
            return text.contains(expression) ? number + 1 : nil
        }
    }
}
