/// A text and where its lines are.
///
/// A line ends with LF, which belongs to it, as does a CR right before that LF. A text that does not end with LF has a last
/// line without an end; an empty text has no lines. Any bytes are lines: bad UTF-8 too.
package struct TextLines: Sendable, Equatable {
    /// The whole text.
    package let text: [UInt8]
    /// Each line with its end; together they are the text.
    package let ranges: [Range<Int>]

    /// Linear in the bytes.
    package init(_ text: [UInt8]) {
        self.text = text
        var ranges: [Range<Int>] = []
        var start = 0
        while let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
            ranges.append(start..<end + 1)
            start = end + 1
        }
        if start < text.count { ranges.append(start..<text.count) }
        self.ranges = ranges
    }

    /// How many lines there are.
    package var count: Int { ranges.count }

    /// A line with its end.
    package subscript(line: Int) -> ArraySlice<UInt8> { text[ranges[line]] }

    /// The bytes of several lines with their ends.
    package subscript(lines: Range<Int>) -> ArraySlice<UInt8> {
        lines.isEmpty ? [] : text[ranges[lines.lowerBound].lowerBound..<ranges[lines.upperBound - 1].upperBound]
    }

    /// Where a line's own text is, without its end.
    package func content(of line: Int) -> Range<Int> {
        let range = ranges[line]
        var end = range.upperBound
        if end > range.lowerBound, text[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end < range.upperBound, end > range.lowerBound, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return range.lowerBound..<end
    }

    /// Whether a line holds nothing but white space.
    func isBlank(_ line: Int) -> Bool { self[line].allSatisfy(\.isASCIISpace) }

    /// For each place before a line, and that after the last, how well an edit begins or ends there: best where a paragraph
    /// does.
    func edges() -> [UInt8] {
        var edges = [UInt8](repeating: 2, count: count + 1)
        guard count > 1 else { return edges }
        for line in 1..<count where !isBlank(line - 1) {
            edges[line] = text[ranges[line].lowerBound] == UInt8(ascii: "#") ? 1 : 0
        }
        return edges
    }
}

extension UInt8 {
    /// Space, tab, line feed, vertical tab, form feed, carriage return.
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
