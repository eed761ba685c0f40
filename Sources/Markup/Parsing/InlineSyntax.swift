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
        /// Nor anywhere later in this paragraph: no closing sign is left.
        case exhausted
    }

    /// The longest formula or comment within a paragraph, in bytes.
    static let limit = 4096

    let byte: (Int) -> UInt8

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
        var index = start + 2
        while index - start <= Self.limit {
            if byte(index) == 0 { return .exhausted }
            if byte(index) == byte(start), byte(index + 1) == byte(start) {
                return .match(Match(kind: .comment, content: start + 2..<index, end: index + 2))
            }
            index += 1
        }
        return .none
    }

    /// `$…$` and `$$…$$`, by the rules of pandoc and GitHub: no space inside next to a single sign, no letter or digit outside next to it.
    func math(at start: Int) -> Outcome {
        if byte(start + 1) == UInt8(ascii: "$") { return displayMath(at: start) }
        let first = byte(start + 1)
        if isBlank(first) || first == 0 { return .none }
        if start > 0, isWord(byte(start - 1)) || byte(start - 1) == UInt8(ascii: "$") { return .none }
        var index = start + 1
        while index - start <= Self.limit {
            switch byte(index) {
            case 0: return .exhausted
            case UInt8(ascii: "\\"): index += byte(index + 1) == 0 ? 1 : 2
            case UInt8(ascii: "$") where !isBlank(byte(index - 1)) && !isWord(byte(index + 1)) && byte(index + 1) != UInt8(ascii: "$"):
                return .match(Match(kind: .math, content: withoutBackticks(start + 1..<index), end: index + 1))
            default: index += 1
            }
        }
        return .none
    }

    private func displayMath(at start: Int) -> Outcome {
        var index = start + 2
        while index - start <= Self.limit {
            switch byte(index) {
            case 0: return .exhausted
            case UInt8(ascii: "\\"): index += byte(index + 1) == 0 ? 1 : 2
            case UInt8(ascii: "$") where byte(index + 1) == UInt8(ascii: "$"):
                guard index > start + 2 else { return .none }
                return .match(Match(kind: .displayMath, content: start + 2..<index, end: index + 2))
            default: index += 1
            }
        }
        return .none
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
