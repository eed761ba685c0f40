/// Reads a commit's own bytes, which are somebody's text: what a strict reader would refuse (a missing address, a date
/// that is no number) is read as far as it goes, as git itself does, so that one odd commit hides no history.
///
/// Source of the format: git's `Documentation/technical/signature-format.txt` and `fsck.c`.
struct CommitText {
    private(set) var tree: ObjectID?
    private(set) var parents: [ObjectID] = []
    private(set) var author: Signature?
    private(set) var committer: Signature?
    private(set) var message = ""

    init(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while let line = Self.nextLine(&rest), !line.isEmpty {
            if let value = Self.value(of: "tree ", in: line) {
                if tree == nil { tree = ObjectID(hex: value) }
            } else if let value = Self.value(of: "parent ", in: line) {
                if let id = ObjectID(hex: value) { parents.append(id) }
            } else if line.starts(with: "author ".utf8) || line.elementsEqual("author".utf8) {
                if author == nil { author = Self.signature(line.dropFirst(7)) }
            } else if line.starts(with: "committer ".utf8) || line.elementsEqual("committer".utf8) {
                if committer == nil { committer = Self.signature(line.dropFirst(10)) }
            }
        }
        message = String(decoding: rest, as: UTF8.self)
    }

    private static func nextLine(_ rest: inout Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        defer { rest = rest[min(end + 1, rest.endIndex)...] }
        return rest[..<end]
    }

    private static func value(of name: String, in line: Slice<UnsafeRawBufferPointer>) -> String? {
        line.starts(with: name.utf8) ? String(decoding: line.dropFirst(name.utf8.count), as: UTF8.self) : nil
    }

    /// `Name <address> seconds zone`: the address ends at the last `>`, and begins at the first `<`.
    private static func signature(_ line: Slice<UnsafeRawBufferPointer>) -> Signature {
        guard let open = line.firstIndex(of: UInt8(ascii: "<")) else {
            return Signature(name: text(line), email: "", time: 0)
        }
        let close = line.lastIndex(of: UInt8(ascii: ">")).flatMap { $0 > open ? $0 : nil }
        let date = close.map { line[($0 + 1)...] } ?? line[line.endIndex...]
        let parts = date.split(separator: UInt8(ascii: " "), maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
        return Signature(
            name: text(line[..<open]), email: text(line[(open + 1)..<(close ?? line.endIndex)]),
            time: parts.first.flatMap { Int64($0) } ?? 0,
            offset: parts.count > 1 ? zone(parts[1]) : 0)
    }

    /// The text without the space around it.
    private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        let trimmed = bytes.drop { $0 == UInt8(ascii: " ") }.reversed().drop { $0 == UInt8(ascii: " ") }.reversed()
        return String(decoding: Array(trimmed), as: UTF8.self)
    }

    /// `+0530` in minutes; 0 for what is no zone.
    private static func zone(_ text: String) -> Int {
        guard let number = Int(text), text.utf8.count == 5, abs(number) < 10_000 else { return 0 }
        return number / 100 * 60 + number % 100
    }
}
