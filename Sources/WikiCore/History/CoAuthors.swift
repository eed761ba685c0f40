import Git

/// The people whom a commit names beside its author: lines `Co-authored-by: Name <address>` of its last paragraph.
///
/// Source of the format: git-interpret-trailers(1), and the habit of code hosts. Keys are compared without regard to case.
/// The first paragraph is the summary and never a block of trailers.
struct CoAuthors {
    /// The most that one commit names; later ones are passed over.
    static let limit = 20
    /// The longest line that is read, in bytes.
    private static let lineLimit = 1000
    private static let key = Array("co-authored-by:".utf8)

    /// Names and addresses in order, each once, without the author's own.
    let people: [CommitPerson]

    init(_ commit: Commit) {
        var seen: Set<[UInt8]> = [Self.identity(commit.author.name, commit.author.email)]
        var people: [CommitPerson] = []
        for line in Self.lastParagraph(of: commit.message) where people.count < Self.limit {
            guard let person = Self.person(line), seen.insert(Self.identity(person.name, person.email)).inserted else { continue }
            people.append(person)
        }
        self.people = people
    }

    private static func lastParagraph(of message: String) -> [[UInt8]] {
        guard message.utf8.contains(UInt8(ascii: "<")) else { return [] }
        let lines = message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
        guard let end = lines.lastIndex(where: { !$0.isEmpty }) else { return [] }
        guard let gap = lines[..<end].lastIndex(where: \.isEmpty), lines[..<gap].contains(where: { !$0.isEmpty }) else { return [] }
        return Array(lines[(gap + 1)...end])
    }

    private static func person(_ line: [UInt8]) -> CommitPerson? {
        guard line.count <= lineLimit, line.count > key.count,
            zip(line, key).allSatisfy({ ($0 | ((65...90).contains($0) ? 0x20 : 0)) == $1 }),
            let open = line.firstIndex(of: UInt8(ascii: "<")), let close = line.lastIndex(of: UInt8(ascii: ">")), open > key.count,
            close > open
        else { return nil }
        let name = trimmed(line[key.count..<open])
        let email = trimmed(line[(open + 1)..<close])
        return name.isEmpty || email.isEmpty ? nil : CommitPerson(name: name, email: email)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        return String(decoding: bytes.drop(while: blank).reversed().drop(while: blank).reversed(), as: UTF8.self)
    }

    private static func identity(_ name: String, _ email: String) -> [UInt8] { Array(name.utf8) + [0] + Array(email.utf8) }
}
