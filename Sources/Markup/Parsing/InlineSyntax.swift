/// Finds where our own inline constructs end. Works on any source of bytes that ends with 0.
struct InlineSyntax {
    /// What a construct is and where it ends.
    struct Match: Equatable {
        enum Kind: UInt8 {
            case wikilink = 87
            case embed = 69
            case math = 77
            case displayMath = 68
            case comment = 67
        }

        var kind: Kind
        /// The bytes between the signs.
        var content: Range<Int>
        /// The first byte after the construct.
        var end: Int
    }

    /// The result of a search.
    enum Outcome: Equatable {
        case match(Match)
        /// Not here.
        case none
        /// It opens, but up to this place nothing closes it, nor would it close another of its kind; `Int.max` for the rest of the paragraph.
        case unclosed(Match.Kind, until: Int)
    }

    /// The longest formula or comment within a paragraph, in bytes.
    static let limit = 4096

    /// The byte at a place of the paragraph.
    let byte: (Int) -> UInt8
    /// Up to where an earlier search has found nothing, so that many openers without a closer cost no more than one.
    let searched: (Match.Kind) -> Int

    func wikilink(at start: Int) -> Outcome {
        var index = start + 1
        while index - start <= Self.limit {
            switch byte(index) {
            case 0: return .none
            case UInt8(ascii: "]") where byte(index + 1) == UInt8(ascii: "]"):
                let kind: Match.Kind = byte(start) == SourceMarkers.embed ? .embed : .wikilink
                return .match(Match(kind: kind, content: start + 1..<index, end: index + 2))
            default: index += 1
            }
        }
        return .none
    }

    /// `%%…%%`
    func comment(at start: Int) -> Outcome {
        guard byte(start + 1) == byte(start) else { return .none }
        return search(.comment, from: start + 2) { byte($0) == UInt8(ascii: "%") && byte($0 + 1) == UInt8(ascii: "%") }
    }

    /// `$…$` and `$$…$$`, by the rules of pandoc and GitHub: no space inside next to a single sign, no letter or digit outside next to it.
    func math(at start: Int) -> Outcome {
        let dollar = UInt8(ascii: "$")
        let first = byte(start + 1)
        if first == dollar {
            return search(.displayMath, from: start + 2) { byte($0) == dollar && byte($0 + 1) == dollar }
        }
        if isBlank(first) || first == 0 { return .none }
        if start > 0, isWord(byte(start - 1)) || byte(start - 1) == dollar { return .none }
        return search(.math, from: start + 1) {
            byte($0) == dollar && !isBlank(byte($0 - 1)) && !isWord(byte($0 + 1)) && byte($0 + 1) != dollar
        }
    }

    /// The first place that closes; a backslash takes the byte after it along.
    private func search(_ kind: Match.Kind, from start: Int, closes: (Int) -> Bool) -> Outcome {
        let width = kind == .math ? 1 : 2
        var index = max(start, searched(kind))
        while index - start <= Self.limit {
            if byte(index) == 0 { return .unclosed(kind, until: .max) }
            if closes(index) {
                guard index > start else { return .none }
                let content = kind == .math ? withoutBackticks(start..<index) : start..<index
                return .match(Match(kind: kind, content: content, end: index + width))
            }
            index += byte(index) == UInt8(ascii: "\\") && byte(index + 1) != 0 ? 2 : 1
        }
        return .unclosed(kind, until: index)
    }

    /// GitHub also takes ``$`…`$``.
    private func withoutBackticks(_ content: Range<Int>) -> Range<Int> {
        guard content.count > 2, byte(content.lowerBound) == UInt8(ascii: "`"), byte(content.upperBound - 1) == UInt8(ascii: "`") else {
            return content
        }
        return content.lowerBound + 1..<content.upperBound - 1
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: byte == UInt8(ascii: "_")
        }
    }
}
