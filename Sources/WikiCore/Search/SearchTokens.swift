/// Cuts texts into words as they are compared, many at a time: what SQLite's `unicode61` makes of a text that ``SearchWords``
/// prepared. Linear, and a few nanoseconds a byte, since what a letter becomes is worked out once.
package struct SearchTokens {
    /// The words one behind the other, folded, in UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// Where each word ends in ``bytes``.
    package private(set) var ends: [Int] = []
    /// Whether each word is a lone character of a script that writes no spaces.
    package private(set) var standAlone: [Bool] = []

    /// What becomes of a scalar: how it counts in the two lowest bits, then the length and the place of its folded form.
    private var codes = [UInt32](repeating: 0, count: 0x10000)
    private var codesAbove: [UInt32: UInt32] = [:]
    private var folded: [UInt8] = []

    private static let ends = 1 as UInt32
    private static let inside = 2 as UInt32
    private static let alone = 3 as UInt32

    package init() {}

    /// Reads a text; the words of the one before are gone.
    package mutating func read(_ text: String) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        standAlone.removeAll(keepingCapacity: true)
        var text = text
        text.withUTF8 { utf8 in
            var place = 0
            while place < utf8.count {
                let byte = utf8[place]
                if byte < 0x80 {
                    take(ascii: byte)
                    place += 1
                } else {
                    let (scalar, length) = Self.scalar(in: utf8, at: place)
                    take(scalar)
                    place += length
                }
            }
        }
        close(alone: false)
    }

    private mutating func take(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
        default: close(alone: false)
        }
    }

    private mutating func take(_ scalar: UInt32) {
        let code = code(of: scalar)
        if code & 3 != Self.inside { close(alone: false) }
        let start = Int(code >> 6)
        for index in start..<(start + Int(code >> 2 & 15)) { bytes.append(folded[index]) }
        if code & 3 == Self.alone { close(alone: true) }
    }

    private mutating func close(alone: Bool) {
        guard bytes.count > ends.last ?? 0 else { return }
        ends.append(bytes.count)
        standAlone.append(alone)
    }

    private mutating func code(of scalar: UInt32) -> UInt32 {
        if scalar < 0x10000, codes[Int(scalar)] != 0 { return codes[Int(scalar)] }
        if scalar >= 0x10000, let known = codesAbove[scalar] { return known }
        let code = Unicode.Scalar(scalar).map { newCode(of: $0) } ?? Self.ends
        if scalar < 0x10000 { codes[Int(scalar)] = code } else { codesAbove[scalar] = code }
        return code
    }

    private mutating func newCode(of scalar: Unicode.Scalar) -> UInt32 {
        if SearchFold.isAccent(scalar) { return Self.inside }
        guard SearchQuery.isIndexed(scalar) else { return Self.ends }
        let form = Array(SearchFold.of(CollectionOfOne(scalar)).utf8.prefix(15))
        let code = UInt32(folded.count) << 6 | UInt32(form.count) << 2
        folded += form
        return code | (SearchWords.writesNoSpaces(scalar) ? Self.alone : Self.inside)
    }

    /// The scalar at a place in valid UTF-8, and its length.
    private static func scalar(in utf8: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32, Int) {
        func low(_ offset: Int) -> UInt32 { place + offset < utf8.count ? UInt32(utf8[place + offset] & 0x3F) : 0 }
        let first = UInt32(utf8[place])
        if first < 0xE0 { return ((first & 0x1F) << 6 | low(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | low(1) << 6 | low(2), 3) }
        return ((first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4)
    }
}
