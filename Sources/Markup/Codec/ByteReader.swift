/// Reads what `ByteWriter` wrote. Total: bytes that it did not write give `DecodingFailure`, never a trap or a huge allocation.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func int() throws(DecodingFailure) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard position < bytes.count, shift < 64 else { throw DecodingFailure() }
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    mutating func bool() throws(DecodingFailure) -> Bool {
        try byte() == 1
    }

    mutating func byte() throws(DecodingFailure) -> UInt8 {
        guard position < bytes.count else { throw DecodingFailure() }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func string() throws(DecodingFailure) -> String {
        let count = try int()
        guard count >= 0, count <= bytes.count - position else { throw DecodingFailure() }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    mutating func optionalString() throws(DecodingFailure) -> String? {
        try bool() ? try string() : nil
    }

    mutating func optionalInt() throws(DecodingFailure) -> Int? {
        try bool() ? try int() : nil
    }

    mutating func list<Element>(_ element: (inout ByteReader) throws(DecodingFailure) -> Element) throws(DecodingFailure) -> [Element] {
        let count = try int()
        guard count >= 0, count <= bytes.count - position else { throw DecodingFailure() }
        var result: [Element] = []
        result.reserveCapacity(count)
        for _ in 0..<count { result.append(try element(&self)) }
        return result
    }
}
