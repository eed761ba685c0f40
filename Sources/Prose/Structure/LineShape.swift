/// What a line looks like before it is known what it belongs to.
struct LineShape {
    /// Its bytes without its end.
    let content: Range<Int>
    /// How many quote signs stand before its text.
    private(set) var quoteDepth = 0
    /// Columns of white space between the quote signs, or the line's beginning, and the text; a tab fills up to four.
    private(set) var indent = 0
    /// Where its text begins: past quote signs and white space.
    private(set) var start: Int
    /// Where its text ends: before white space at the end.
    private(set) var end: Int

    init(_ text: [UInt8], _ content: Range<Int>) {
        self.content = content
        start = content.lowerBound
        end = content.upperBound
        while end > start, text[end - 1].isASCIISpace { end -= 1 }
        while start < end {
            switch text[start] {
            case 0x20: indent += 1
            case 0x09: indent += 4 - indent % 4
            case UInt8(ascii: ">") where indent < 4:
                quoteDepth += 1
                indent = 0
                if start + 1 < end, text[start + 1] == 0x20 { start += 1 }
            default: return
            }
            start += 1
        }
    }

    /// Whether it has no text.
    var isBlank: Bool { start == end }
}
