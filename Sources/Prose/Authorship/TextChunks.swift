import Glibc

/// A text cut into groups of lines that can be read without their neighbours.
///
/// A group begins at a heading, list item, table row, quotation or fence, after a heading, a table row or a fence, and after a
/// blank line; the blank lines behind it belong to it. One line of context is enough to find these places, so a change of
/// one group leaves all others as they were. Linear.
struct TextChunks {
    /// In order, without gaps.
    private(set) var ranges: [Range<Int>] = []

    private enum Line {
        case blank, plain, item, closed
    }

    init(_ text: [UInt8]) {
        text.withUnsafeBytes { bytes in
            var start = 0
            var before = Line.blank
            var place = 0
            while place < bytes.count {
                let end = TextChunks.lineEnd(bytes, from: place)
                let line = TextChunks.kind(bytes, place..<end)
                let begins = line == .item || line == .closed || (line == .plain && (before == .blank || before == .closed))
                if begins, place > start {
                    ranges.append(start..<place)
                    start = place
                }
                before = line
                place = end
            }
            if start < bytes.count { ranges.append(start..<bytes.count) }
        }
    }

    private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from place: Int) -> Int {
        guard let base = bytes.baseAddress, let found = memchr(base + place, 0x0A, bytes.count - place) else { return bytes.count }
        return UnsafeRawPointer(found) - base + 1
    }

    private static func kind(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Line {
        var place = line.lowerBound
        while place < line.upperBound, bytes[place].isASCIISpace { place += 1 }
        guard place < line.upperBound else { return .blank }
        let next = place + 1 < line.upperBound ? bytes[place + 1] : 0x20
        switch bytes[place] {
        case UInt8(ascii: "#"), UInt8(ascii: "|"): return .closed
        case UInt8(ascii: ">"): return .item
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return next.isASCIISpace ? .item : .plain
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            let third = place + 2 < line.upperBound ? bytes[place + 2] : 0
            return next == bytes[place] && third == next ? .closed : .plain
        case 0x30...0x39:
            while place < line.upperBound, (0x30...0x39).contains(bytes[place]) { place += 1 }
            guard place + 1 < line.upperBound, bytes[place] == 0x2E || bytes[place] == 0x29 else { return .plain }
            return bytes[place + 1].isASCIISpace ? .item : .plain
        default: return .plain
        }
    }
}
