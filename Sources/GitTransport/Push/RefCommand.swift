package import Git

/// One line of a push: a reference, what the client believes it to be, and what it shall be.
package struct RefCommand: Hashable, Sendable {
    /// What a reference is, by its name.
    package enum Kind: Hashable, Sendable {
        /// `refs/heads/…`
        case branch
        /// `refs/tags/…`, with what follows.
        case tag([UInt8])
        /// The name `HEAD` itself, which would go through to a branch.
        case head
        /// Anything else: notes, replacements, names of other programs.
        case other
    }

    /// What it is now; nil where it is not there.
    package let old: ObjectID?
    /// What it shall be; nil where it shall go.
    package let new: ObjectID?
    /// The full name.
    package let name: [UInt8]

    /// Puts a command together; the id of nothing counts as nil.
    package init(old: ObjectID?, new: ObjectID?, name: [UInt8]) {
        self.old = old.flatMap { $0.isZero ? nil : $0 }
        self.new = new.flatMap { $0.isZero ? nil : $0 }
        self.name = name
    }

    /// Reads `OLD NEW NAME`; nil where it is not that.
    init?(line: some Sequence<UInt8>) {
        let parts = Array(line).split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[2].isEmpty, let old = ObjectID(hex: String(decoding: parts[0], as: UTF8.self)),
            let new = ObjectID(hex: String(decoding: parts[1], as: UTF8.self))
        else { return nil }
        self.init(old: old, new: new, name: Array(parts[2]))
    }

    /// What the reference is.
    package var kind: Kind {
        if name.elementsEqual("HEAD".utf8) { return .head }
        if name.starts(with: "refs/heads/".utf8) { return .branch }
        let tags = Array("refs/tags/".utf8)
        return name.starts(with: tags) ? .tag(Array(name.dropFirst(tags.count))) : .other
    }

    /// As it stands on a line.
    var line: [UInt8] {
        Array("\((old ?? .zero).hex) \((new ?? .zero).hex) ".utf8) + name
    }
}
