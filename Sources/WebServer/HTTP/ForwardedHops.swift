/// The elements of a header to which each proxy adds at the right, from the right to the left: what a client forged stands
/// farther left than anything that was added to it.
struct ForwardedHops: Sequence, IteratorProtocol {
    /// More than this from the right is not looked at.
    private static let maximumLength = 4096
    /// More hops than these are not followed.
    private static let maximumCount = 20

    private var rest: ArraySlice<UInt8>
    private var count = 0
    private let hasQuotes: Bool

    /// Takes the values of all header fields of one name, in their order.
    /// - Parameter hasQuotes: whether a comma between quotes belongs to its element.
    init(_ values: [String], hasQuotes: Bool) {
        self.hasQuotes = hasQuotes
        var bytes: [UInt8] = []
        for value in values.reversed() where bytes.count <= Self.maximumLength {
            bytes = value.utf8.suffix(Self.maximumLength + 1) + (bytes.isEmpty ? [] : [UInt8(ascii: ",")]) + bytes
        }
        rest = bytes[...]
        if bytes.count > Self.maximumLength {
            // Of the element at the cut nobody knows how it began.
            rest = bytes.suffix(Self.maximumLength).drop { $0 != UInt8(ascii: ",") }.dropFirst()
        }
    }

    /// The next element to the left, without blanks around it; empty elements are passed over.
    mutating func next() -> ArraySlice<UInt8>? {
        while !rest.isEmpty, count < Self.maximumCount {
            let start = startOfLast()
            let element = rest[start...].trimmingBlanks()
            rest = rest[..<start].dropLast()
            if element.isEmpty { continue }
            count += 1
            return element
        }
        return nil
    }

    /// Where the last element begins. A quote that a client left open stands farther left and hides nothing here.
    private func startOfLast() -> Int {
        var isQuoted = false
        for index in rest.indices.reversed() {
            if hasQuotes, rest[index] == UInt8(ascii: "\""), !isEscaped(index) { isQuoted.toggle() }
            if rest[index] == UInt8(ascii: ","), !isQuoted { return index + 1 }
        }
        return rest.startIndex
    }

    private func isEscaped(_ index: Int) -> Bool {
        !rest[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
    }
}
