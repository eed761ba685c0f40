/// Takes packet lines off a stream as its bytes come.
struct PacketScanner {
    /// What stands next in a stream.
    enum Packet: Hashable {
        case line([UInt8])
        case flush
    }

    /// Bytes that are no packet line.
    struct Malformed: Error, Hashable {}

    private var bytes: [UInt8] = []
    private var position = 0

    /// True where nothing came behind the last packet.
    var isEmpty: Bool { position == bytes.count }

    /// Takes more of the stream.
    mutating func append(_ more: some Sequence<UInt8>) {
        if position > 0 {
            bytes.removeFirst(position)
            position = 0
        }
        bytes += more
    }

    /// The next packet; nil where more bytes are needed first.
    mutating func next() throws(Malformed) -> Packet? {
        guard bytes.count - position >= 4 else { return nil }
        let digits = bytes[position..<(position + 4)]
        guard digits.allSatisfy(Self.isHexadecimal), let length = Int(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw Malformed()
        }
        // 1 and 2 are delimiters of a later version, which no push has; 3 is nothing.
        if length == 0 {
            position += 4
            return .flush
        }
        guard length >= 4 else { throw Malformed() }
        guard bytes.count - position >= length else { return nil }
        defer { position += length }
        return .line(Array(bytes[(position + 4)..<(position + length)]))
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
        default: false
        }
    }
}
