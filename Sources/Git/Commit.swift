/// A commit, read whole.
public struct Commit: Hashable, Sendable {
    /// Its id.
    public let id: ObjectID
    /// The id of its tree.
    public let tree: ObjectID
    /// Its parents, the first one first.
    public let parents: [ObjectID]
    /// Who wrote the change.
    public let author: Signature
    /// Who made the commit.
    public let committer: Signature
    /// The whole message; bytes that are not UTF-8 became U+FFFD.
    public let message: String

    /// The first line of the message.
    public var summary: String {
        let first = message.utf8.drop { $0 == UInt8(ascii: "\n") }.prefix { $0 != UInt8(ascii: "\n") }
        return String(decoding: first, as: UTF8.self)
    }

    /// The values of a trailer such as `Moved`, in order: lines `Name: value` of the last paragraph.
    public func trailers(_ name: String) -> [String] {
        let wanted = Array("\(name): ".utf8)
        let lines = message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let paragraph = lines.reversed().drop { $0.isEmpty }.prefix { !$0.isEmpty }.reversed()
        return paragraph.filter { $0.starts(with: wanted) }.map { String(decoding: $0.dropFirst(wanted.count), as: UTF8.self) }
    }
}
