/// Reads the words and signs of a text, leaving white space out.
///
/// They are those of `Tokens`, only found quicker: words of ASCII letters are cut here, and `TokenCutter` is asked for all
/// others. Linear.
struct SolidReader {
    private let text: [UInt8]
    private let end: Int
    private let scalars: ScalarReader
    private var place: Int

    init(_ text: [UInt8], in range: Range<Int>) {
        let range = range.clamped(to: 0..<text.count)
        self.text = text
        end = range.upperBound
        scalars = ScalarReader(text: text, end: range.upperBound)
        place = range.lowerBound
    }

    /// The next word or sign; nil at the end.
    mutating func next() -> SolidToken? {
        var gap = SolidToken.Gap.none
        while place < end {
            let byte = text[place]
            if byte.isASCIISpace {
                if gap != .line { gap = byte == 0x0A || byte == 0x0D ? .line : .space }
                place += 1
                continue
            }
            if let token = plain(byte, gap) { return token }
            var cutter = TokenCutter(reader: scalars, place: place)
            guard let token = cutter.next() else { return nil }
            place = token.range.upperBound
            if token.kind == .word || token.kind == .sign { return solid(token.range, isWord: token.kind == .word, gap) }
            if gap == .none { gap = .space }
        }
        return nil
    }

    /// A token that ends before anything which could belong to it by a rule about more than ASCII.
    private mutating func plain(_ first: UInt8, _ gap: SolidToken.Gap) -> SolidToken? {
        guard first < 0x80 else { return nil }
        let start = place
        var stop = start + 1
        let isWord = SolidReader.isWordByte(first)
        if isWord {
            while stop < end, SolidReader.isWordByte(text[stop]) { stop += 1 }
            if stop < end, isInner(at: stop) { return nil }
        } else {
            while stop < end, text[stop] == first { stop += 1 }
        }
        if stop < end, text[stop] >= 0x80 { return nil }
        place = stop
        let hash = ByteHash.of(text, in: start..<stop)
        return SolidToken(range: start..<stop, hash: hash, shape: isWord ? UInt8(min(stop - start, 255)) : 0, gap: gap)
    }

    /// Whether an apostrophe, point or comma at this place might be within a word.
    private func isInner(at place: Int) -> Bool {
        guard place + 1 < end else { return false }
        let next = text[place + 1]
        switch text[place] {
        case UInt8(ascii: "'"): return SolidReader.isWordByte(next) || next >= 0x80
        case UInt8(ascii: "."), UInt8(ascii: ","): return (0x30...0x39).contains(next) && (0x30...0x39).contains(text[place - 1])
        default: return false
        }
    }

    private func solid(_ range: Range<Int>, isWord: Bool, _ gap: SolidToken.Gap) -> SolidToken {
        let isHan = range.count == 3 && (0xE4...0xE9).contains(text[range.lowerBound])
        let spelling = isHan ? nil : CanonicalSpelling.bytes(of: text[range])
        let hash = spelling.map { ByteHash.of($0, in: 0..<$0.count) } ?? ByteHash.of(text, in: range)
        return SolidToken(range: range, hash: hash, shape: isWord ? UInt8(min(range.count, 255)) : 0, gap: gap)
    }

    @inline(__always) private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
    }
}
