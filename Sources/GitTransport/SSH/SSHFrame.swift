/// A piece of what the server sends to `stemma ssh-serve`: a kind, a length in four bytes, and the bytes.
struct SSHFrame: Hashable {
    /// Where the bytes go.
    enum Kind: UInt8 {
        /// To the client.
        case output = 1
        /// To the client's terminal.
        case error = 2
        /// Nowhere: the one byte is the exit code.
        case exit = 3
    }

    let kind: Kind
    let payload: [UInt8]

    /// Longer ones are not ours.
    private static let limit = 1 << 20

    /// As it stands on the socket.
    var bytes: [UInt8] {
        let count = UInt32(payload.count)
        return [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) } + payload
    }

    init(_ kind: Kind, _ payload: [UInt8]) {
        self.kind = kind
        self.payload = payload
    }

    /// Takes a whole frame off the beginning of `bytes`; nil where more are needed first.
    /// - Throws: `BrokenFrame` where the bytes are no frame.
    init?(takingFrom bytes: inout [UInt8]) throws(BrokenFrame) {
        guard bytes.count >= 5 else { return nil }
        let count = bytes[1..<5].reduce(0) { $0 << 8 | Int($1) }
        guard let kind = Kind(rawValue: bytes[0]), count <= Self.limit else { throw BrokenFrame() }
        guard bytes.count >= 5 + count else { return nil }
        self.init(kind, Array(bytes[5..<(5 + count)]))
        bytes.removeFirst(5 + count)
    }
}
