import FoundationEssentials
import Glibc

/// The repository that these tests stand in.
enum Project {
    /// Its root.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every file that is, or is about to be, under version control, by its path from the root.
    static let files: [String] = gitFiles() ?? walk("")

    /// Every Swift file of the package and of `Benchmarks/`, read once.
    static let sources: [SwiftSource] = files.filter { $0.hasSuffix(".swift") }.compactMap { path in
        content(path).map { SwiftSource(path: path, bytes: $0) }
    }

    /// The names of the folders in `Sources/`.
    static let modules: [String] = {
        let names = files.filter { $0.hasPrefix("Sources/") }.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) }
        return Set(names).sorted()
    }()

    /// The bytes of a file; `nil` where it is gone, or is no plain file.
    static func content(_ path: String) -> [UInt8]? {
        guard let data = try? Data(contentsOf: root.appending(path: path)) else { return nil }
        return [UInt8](data)
    }

    /// What git knows or would add; `nil` outside a checkout.
    private static func gitFiles() -> [String]? {
        let folder = root.path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
        guard let pipe = popen("git -C '\(folder)' ls-files -z --cached --others --exclude-standard 2>/dev/null", "r") else { return nil }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
            output += buffer[..<count]
        }
        guard pclose(pipe) == 0, !output.isEmpty else { return nil }
        let paths = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return Set(paths).sorted().filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
    }

    /// All files below a folder but for what builds leave behind: the source tree without git.
    private static func walk(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.sorted().flatMap { name -> [String] in
            guard ![".build", ".git", ".venv", "__pycache__"].contains(name) else { return [] }
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            var isFolder = false
            guard FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder) else { return [] }
            return isFolder ? walk(path) : [path]
        }
    }
}
