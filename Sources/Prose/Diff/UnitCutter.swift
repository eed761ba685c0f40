/// Cuts a stretch of text into `DiffUnit`s over `Tokens`' rules.
struct UnitCutter {
    private let text: [UInt8]
    private let end: Int
    private let isQuoted: Bool
    private var cutter: TokenCutter
    private(set) var units: [DiffUnit] = []

    /// - Parameter isQuoted: whether `>` at the beginning of a line is white space. Linear in the bytes.
    static func units(of text: [UInt8], in range: Range<Int>, isQuoted: Bool) -> [DiffUnit] {
        var cutter = UnitCutter(text, range, isQuoted: isQuoted)
        cutter.run()
        return cutter.units
    }

    private init(_ text: [UInt8], _ range: Range<Int>, isQuoted: Bool) {
        self.text = text
        self.isQuoted = isQuoted
        end = range.upperBound
        cutter = TokenCutter(reader: ScalarReader(text: text, end: range.upperBound), place: range.lowerBound)
        units.reserveCapacity(range.count / 4 + 2)
    }

    private mutating func run() {
        while let token = cutter.next() {
            switch token.kind {
            case .word:
                addWord(token.range)
            case .sign:
                units.append(DiffUnit(range: token.range, kind: .sign))
                if text[token.range.upperBound - 1] == UInt8(ascii: "("), isAfterBracket(token.range) { addTarget(token.range.upperBound) }
            case .space, .lineEnd:
                addSpace(token.range)
            }
        }
    }

    private mutating func addSpace(_ range: Range<Int>) {
        var upper = range.upperBound
        if isQuoted, text[upper - 1] == 0x0A {
            while upper < end, text[upper] == UInt8(ascii: ">") || text[upper] == 0x20 { upper += 1 }
            if upper > range.upperBound { jump(to: upper) }
        }
        if let last = units.last, last.kind == .space {
            units[units.count - 1] = DiffUnit(range: last.range.lowerBound..<upper, kind: .space)
        } else {
            units.append(DiffUnit(range: range.lowerBound..<upper, kind: .space))
        }
    }

    // MARK: Targets of links

    private func isAfterBracket(_ range: Range<Int>) -> Bool {
        range.count == 1 && units.count >= 2 && text[range.lowerBound - 1] == UInt8(ascii: "]")
            && units[units.count - 2].range.upperBound == range.lowerBound
    }

    /// The target between round brackets: up to the closing one or white space.
    private mutating func addTarget(_ start: Int) {
        var (place, depth) = (start, 0)
        scan: while place < end {
            switch text[place] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")") where depth == 0: break scan
            case UInt8(ascii: ")"): depth -= 1
            // Another link begins, so this one has no end; each byte is looked at twice at the most.
            case UInt8(ascii: "]"): return
            case let byte where byte.isASCIISpace: break scan
            default: break
            }
            place += 1
        }
        guard place > start, place < end else { return }
        units.append(DiffUnit(range: start..<place, kind: .target))
        jump(to: place)
    }

    /// A word, or an address that stands in the text.
    private mutating func addWord(_ range: Range<Int>) {
        let (start, colon) = (range.lowerBound, range.upperBound)
        guard colon + 3 < end, text[colon] == UInt8(ascii: ":"), text[colon + 1] == 0x2F, text[colon + 2] == 0x2F,
            text[range].elementsEqual("https".utf8) || text[range].elementsEqual("http".utf8)
        else {
            units.append(DiffUnit(range: range, kind: .word))
            return
        }
        var place = colon + 3
        while place < end, !text[place].isASCIISpace, !")>]\"|`".utf8.contains(text[place]) { place += 1 }
        while place > colon + 3, ".,;:!?".utf8.contains(text[place - 1]) { place -= 1 }
        units.append(DiffUnit(range: start..<place, kind: .target))
        jump(to: place)
    }

    private mutating func jump(to place: Int) {
        cutter = TokenCutter(reader: ScalarReader(text: text, end: end), place: place)
    }
}
