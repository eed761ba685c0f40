/// Cuts one token after another off a text; `Tokens` tells the rules.
struct TokenCutter {
    let reader: ScalarReader
    private(set) var place: Int

    init(reader: ScalarReader, place: Int) {
        self.reader = reader
        self.place = place
    }

    /// The next token; nil at the end.
    mutating func next() -> Token? {
        guard place < reader.end else { return nil }
        let start = place
        guard let (kind, length) = reader.kind(at: place) else {
            repeat { place += 1 } while place < reader.end && reader.kind(at: place) == nil
            return Token(range: start..<place, kind: .sign)
        }
        place += length
        let what = take(after: kind, from: start)
        return Token(range: start..<place, kind: what)
    }

    /// Takes all that belongs to the token which began with a scalar of this kind, and says what the token is.
    private mutating func take(after kind: ScalarKind, from start: Int) -> Token.Kind {
        switch kind {
        case .letter:
            takeWord()
            return .word
        case .ideograph:
            takeMarks()
            return .word
        case .space:
            while let next = reader.kind(at: place), next.kind == .space { place += next.length }
            return .space
        case .lineFeed: return .lineEnd
        case .carriageReturn:
            if place < reader.end, reader.text[place] == 0x0A { place += 1 }
            return .lineEnd
        case .regional:
            if let next = reader.kind(at: place), next.kind == .regional { place += next.length }
            takeMarks()
            return .sign
        case .sign, .extend, .joiner:
            takeSign(from: start)
            return .sign
        }
    }

    private mutating func takeWord() {
        while let next = reader.kind(at: place) {
            switch next.kind {
            case .letter, .extend, .joiner: place += next.length
            default:
                guard let inner = innerSignLength() else { return }
                place += inner
            }
        }
    }

    /// The length of an apostrophe between letters, or a point or comma between digits, at this place within a word.
    private func innerSignLength() -> Int? {
        let text = reader.text
        switch text[place] {
        case UInt8(ascii: "'"): return isLetter(at: place + 1) ? 1 : nil
        case UInt8(ascii: "."), UInt8(ascii: ","):
            return isDigit(at: place - 1) && isDigit(at: place + 1) ? 1 : nil
        case 0xE2:
            let isQuote = place + 2 < reader.end && text[place + 1] == 0x80 && text[place + 2] == 0x99
            return isQuote && isLetter(at: place + 3) ? 3 : nil
        default: return nil
        }
    }

    private func isLetter(at place: Int) -> Bool { reader.kind(at: place)?.kind == .letter }

    private func isDigit(at place: Int) -> Bool {
        place >= 0 && place < reader.end && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(reader.text[place])
    }

    /// Marks, and what a joiner or a stacking sign of Myanmar or Khmer ties to them.
    private mutating func takeMarks() {
        while let next = reader.kind(at: place), next.kind == .extend || next.kind == .joiner {
            let isStacker = [0x1039, 0x17D2].contains(reader.scalar(at: place).value)
            place += next.length
            guard next.kind == .joiner || isStacker, let tied = reader.kind(at: place) else { continue }
            if tied.kind == (isStacker ? .ideograph : .sign), tied.length > 1 { place += tied.length }
        }
    }

    private mutating func takeSign(from start: Int) {
        let first = reader.text[start]
        if first < 0x80 {
            while place < reader.end, reader.text[place] == first { place += 1 }
        }
        takeMarks()
    }
}
