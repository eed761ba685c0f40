/// A shard's name, from which any file system can make a file: the bytes with which its terms begin.
struct ShardName: Sendable, Hashable {
    /// With what the shard's terms begin; the whole term where ``isExact``.
    let prefix: [UInt8]
    /// True for a shard of one term, beside which there are longer ones that begin so.
    var isExact = false

    /// How many bytes of a term choose its shard.
    static let limit = 64

    /// `[a-z0-9]` stand for themselves, other bytes are written `_e4`; a `-` at the end says that the term ends there.
    var text: String {
        var text: [UInt8] = []
        for byte in prefix {
            if Self.isPlain(byte) {
                text.append(byte)
            } else {
                text.append(UInt8(ascii: "_"))
                text += [byte >> 4, byte & 15].map { $0 < 10 ? UInt8(ascii: "0") + $0 : UInt8(ascii: "a") - 10 + $0 }
            }
        }
        return String(decoding: text, as: UTF8.self) + (isExact ? "-" : "")
    }

    init(_ prefix: some Sequence<UInt8>, isExact: Bool = false) {
        self.prefix = Array(prefix)
        self.isExact = isExact
    }

    /// Reads a name; nil where it is none.
    init?(text: Substring) {
        var bytes = Array(text.utf8)[...]
        isExact = bytes.last == UInt8(ascii: "-")
        if isExact { bytes.removeLast() }
        var prefix: [UInt8] = []
        while let byte = bytes.popFirst() {
            if Self.isPlain(byte) {
                prefix.append(byte)
            } else {
                guard byte == UInt8(ascii: "_"), bytes.count >= 2,
                    let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                prefix.append(value)
                bytes = bytes.dropFirst(2)
            }
        }
        self.prefix = prefix
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
