/// Reads the strings of an SSH structure: four bytes of length, then so many bytes (RFC 4251, 5).
struct SSHFields {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// True where nothing follows.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next string; nil where there is none, or one that is longer than what follows.
    mutating func next() -> ArraySlice<UInt8>? {
        guard rest.count >= 4 else { return nil }
        let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let body = rest.dropFirst(4)
        guard length <= body.count else { return nil }
        rest = body.dropFirst(length)
        return body.prefix(length)
    }
}
