/// The `.mailmap` of a repository: which names and addresses in its history are one person.
///
/// Source of the format: gitmailmap(5). Names and addresses are compared without regard to case.
package struct Mailmap: Hashable, Sendable {
    private struct Entry: Hashable {
        var name: String?
        var email: String?
    }

    private var byEmail: [String: Entry] = [:]
    private var byNameAndEmail: [String: Entry] = [:]

    /// A map that joins nobody.
    package init() {}

    /// Reads the file's bytes; lines that are not of the format are passed over.
    package init(_ bytes: [UInt8]) {
        for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            read(String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self))
        }
    }

    /// The proper name and address of an author.
    package func proper(name: String, email: String) -> (name: String, email: String) {
        let mail = email.lowercased()
        guard let entry = byNameAndEmail[Self.key(name, mail)] ?? byEmail[mail] else { return (name, email) }
        return (entry.name ?? name, entry.email ?? email)
    }

    private mutating func read(_ line: String) {
        var parts: [(name: String, email: String)] = []
        var rest = line[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let name = rest[..<open].split(separator: " ").joined(separator: " ")
            parts.append((name, String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        guard let proper = parts.first else { return }
        let name = proper.name.isEmpty ? nil : proper.name
        if parts.count == 1 {
            byEmail[proper.email.lowercased()] = Entry(name: name, email: nil)
            return
        }
        let commit = parts[1]
        let entry = Entry(name: name, email: proper.email)
        if commit.name.isEmpty {
            byEmail[commit.email.lowercased()] = entry
        } else {
            byNameAndEmail[Self.key(commit.name, commit.email.lowercased())] = entry
        }
    }

    private static func key(_ name: String, _ email: String) -> String { "\(name.lowercased())\u{0}\(email)" }
}
