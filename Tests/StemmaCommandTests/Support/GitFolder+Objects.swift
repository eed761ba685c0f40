import Testing

/// Objects of exactly these bytes, whatever git thinks of them.
extension GitFolder {
    /// An entry of a tree: `100644`, a name of any bytes, an id.
    typealias Entry = (mode: String, name: [UInt8], id: String)

    /// Writes an object, and gives its id.
    func object(_ type: String, _ bytes: [UInt8]) throws -> String {
        try #require(try run("hash-object", "-t", type, "-w", "--stdin", "--literally", input: bytes).lines.first)
    }

    func blob(_ text: String) throws -> String { try object("blob", Array(text.utf8)) }

    /// A tree of these entries, which have to be in git's order.
    func tree(_ entries: [Entry]) throws -> String {
        try object("tree", entries.flatMap { Array("\($0.mode) ".utf8) + $0.name + [0] + Self.bytes(ofHex: $0.id) })
    }

    /// The tree of a revision, with one entry more or instead.
    func tree(of revision: String = "HEAD", with entry: Entry) throws -> String {
        let listed = try run("ls-tree", "-z", revision).output.split(separator: 0).map { line -> Entry in
            let tab = line.firstIndex(of: 9) ?? line.endIndex
            let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
            return (words[0] == "040000" ? "40000" : String(words[0]), Array(line[tab...].dropFirst()), String(words[2]))
        }
        let all = listed.filter { $0.name != entry.name } + [entry]
        return try tree(all.sorted { Self.order($0).lexicographicallyPrecedes(Self.order($1)) })
    }

    /// A commit of a tree on top of a revision.
    func commit(tree: String, onto parent: String? = "HEAD", message: String = "Odd things") throws -> String {
        let parents = try parent.map { ["-p", try id($0)] } ?? []
        let made = try Self.outcome(["-C", path, "commit-tree", tree, "-m", message] + parents, variables: variables)
        return try #require(made.lines.first, "\(made.errors)")
    }

    /// A commit whose one change is a file of this name.
    func commit(file name: [UInt8], _ bytes: [UInt8] = Array("Odd.\n".utf8), mode: String = "100644") throws -> String {
        try commit(tree: tree(with: (mode, name, try object("blob", bytes))))
    }

    /// Folders sort as though a slash stood behind their names.
    private static func order(_ entry: Entry) -> [UInt8] { entry.name + (entry.mode == "40000" ? [UInt8(ascii: "/")] : []) }

    private static func bytes(ofHex digits: String) -> [UInt8] {
        let digits = Array(digits.utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).map {
            UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16) ?? 0
        }
    }
}
