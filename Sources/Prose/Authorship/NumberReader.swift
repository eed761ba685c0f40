/// Reads what `NumberWriter` wrote, from bytes that may be anything.
struct NumberReader {
    private let bytes: [UInt8]
    private var place: Int
    private let end: Int

    init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        place = min(start, bytes.count)
        self.end = min(end ?? bytes.count, bytes.count)
    }

    var isAtEnd: Bool { place >= end }

    mutating func read() throws(AuthorshipError) -> UInt64 {
        guard place < end else { throw .damaged }
        let first = bytes[place]
        place += 1
        if first < 0x80 { return UInt64(first) }
        var number = UInt64(first & 0x7F)
        for shift in stride(from: UInt64(7), to: 64, by: 7) {
            guard place < end else { throw .damaged }
            let byte = bytes[place]
            place += 1
            guard shift < 63 || byte < 2 else { throw .damaged }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
        }
        throw .damaged
    }

    /// A number below a bound.
    mutating func read(below bound: Int) throws(AuthorshipError) -> Int {
        let number = try read()
        guard bound > 0, number < UInt64(bound) else { throw .damaged }
        return Int(number)
    }

    /// How many things follow, each of which takes some bytes: so nobody can make us reserve more than they sent.
    mutating func readCount(ofSize size: Int = 1) throws(AuthorshipError) -> Int {
        try read(below: (end - place) / size + 1)
    }

    mutating func readStep(from last: inout UInt32, below bound: Int) throws(AuthorshipError) -> UInt32 {
        let folded = try read()
        let step = Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
        let (sum, isOver) = Int64(last).addingReportingOverflow(step)
        guard !isOver, sum >= 0, sum < Int64(bound) else { throw .damaged }
        last = UInt32(truncatingIfNeeded: sum)
        return last
    }

    mutating func readWhole() throws(AuthorshipError) -> UInt64 {
        guard end - place >= 8 else { throw .damaged }
        var number: UInt64 = 0
        for index in 0..<8 { number |= UInt64(bytes[place + index]) << (8 * UInt64(index)) }
        place += 8
        return number
    }

    mutating func read(bytes count: Int) throws(AuthorshipError) -> ArraySlice<UInt8> {
        guard count >= 0, end - place >= count else { throw .damaged }
        defer { place += count }
        return bytes[place..<place + count]
    }
}
