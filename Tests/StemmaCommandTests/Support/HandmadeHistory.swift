import Testing

/// Commits of every kind, as `git fast-import` takes them: names, authors and messages that no client would let pass.
struct HandmadeHistory {
    private var stream: [UInt8] = []
    private var mark = 0
    private var seconds = 1_700_000_000

    /// What a commit does to one file.
    enum Change {
        case text(String)
        case bytes([UInt8])
        case link(String)
        case submodule(String)
        case delete
    }

    /// Adds a commit on the main line.
    /// - Parameter author: name and address as they stand in the commit: `Ada <ada@example.org>`.
    /// - Returns: the mark by which a later commit can name this one as a parent.
    @discardableResult
    mutating func commit(
        _ changes: [(String, Change)], message: String = "Change", author: String = "Ada <ada@example.org>", branch: String = "main",
        from parent: Int? = nil, merging other: Int? = nil
    ) -> Int {
        commit(changes.map { (Array($0.0.utf8), $0.1) }, message: Array(message.utf8), author: Array(author.utf8), branch, parent, other)
    }

    /// Adds a commit whose names are bytes.
    @discardableResult
    mutating func commit(bytes changes: [([UInt8], Change)], message: [UInt8] = Array("Change".utf8), author: [UInt8]) -> Int {
        commit(changes, message: message, author: author, "main", nil, nil)
    }

    private mutating func commit(
        _ changes: [([UInt8], Change)], message: [UInt8], author: [UInt8], _ branch: String, _ parent: Int?, _ other: Int?
    ) -> Int {
        mark += 1
        seconds += 60
        add("commit refs/heads/\(branch)\nmark :\(mark)\nauthor ")
        stream += author
        add(" \(seconds) +0100\ncommitter Web <web@example.org> \(seconds) +0000\n")
        data(message)
        if let parent { add("from :\(parent)\n") }
        if let other { add("merge :\(other)\n") }
        for (name, change) in changes {
            let quoted = Self.quoted(name)
            switch change {
            case .text(let text): file("100644", quoted, Array(text.utf8))
            case .bytes(let bytes): file("100644", quoted, bytes)
            case .link(let target): file("120000", quoted, Array(target.utf8))
            case .submodule(let id): add("M 160000 \(id) \(quoted)\n")
            case .delete: add("D \(quoted)\n")
            }
        }
        add("\n")
        return mark
    }

    /// Writes it all into a repository.
    func write(to repository: GitFolder) throws {
        try repository.run("fast-import", "--quiet", "--date-format=raw", "--force", input: stream)
    }

    private mutating func file(_ mode: String, _ name: String, _ bytes: [UInt8]) {
        add("M \(mode) inline \(name)\n")
        data(bytes)
    }

    private mutating func data(_ bytes: [UInt8]) {
        add("data \(bytes.count)\n")
        stream += bytes
        add("\n")
    }

    private mutating func add(_ text: String) { stream += Array(text.utf8) }

    private static func quoted(_ name: [UInt8]) -> String {
        let escaped = name.map { byte -> String in
            let isPlain = (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            if isPlain { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 8)
            return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
        }
        return "\"\(escaped.joined())\""
    }
}
