/// Reads UTF-8 one scalar at a time, at any place of any bytes.
struct ScalarReader {
    let text: [UInt8]
    /// Nothing at or past it is read.
    let end: Int

    /// The scalar at a place and how many bytes it has; nil with length 1 where no well-formed one begins (The Unicode
    /// Standard, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
    func scalar(at place: Int) -> (value: UInt32?, length: Int) {
        let first = UInt32(text[place])
        switch first {
        case 0..<0x80: return (first, 1)
        case 0xC2...0xDF: return joined(first & 0x1F, place, count: 1, least: 0x80)
        case 0xE0...0xEF: return joined(first & 0x0F, place, count: 2, least: 0x800)
        case 0xF0...0xF4: return joined(first & 0x07, place, count: 3, least: 0x10000)
        default: return (nil, 1)
        }
    }

    /// What the scalar at a place is; nil at the end and on bad bytes.
    func kind(at place: Int) -> (kind: ScalarKind, length: Int)? {
        guard place < end else { return nil }
        let (value, length) = scalar(at: place)
        return value.map { (ScalarKind($0), length) }
    }

    private func joined(_ head: UInt32, _ place: Int, count: Int, least: UInt32) -> (value: UInt32?, length: Int) {
        guard place + count < end else { return (nil, 1) }
        var value = head
        for byte in text[place + 1...place + count] {
            guard byte & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let isScalar = value >= least && value <= 0x10FFFF && !(0xD800...0xDFFF).contains(value)
        return isScalar ? (value, count + 1) : (nil, 1)
    }
}
