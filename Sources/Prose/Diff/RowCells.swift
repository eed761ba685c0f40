/// A row of a table as cells.
struct RowCells {
    private let text: [UInt8]
    /// What stands before the first cell: white space and the first bar.
    let lead: Range<Int>
    /// Each cell with the bar behind it, if there is one.
    private(set) var cells: [Range<Int>] = []
    /// White space and the line's end behind the last one.
    let tail: Range<Int>

    /// Bars after a backslash part no cells. Linear.
    init(_ text: [UInt8], _ range: Range<Int>) {
        self.text = text
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1].isASCIISpace { end -= 1 }
        var start = range.lowerBound
        while start < end, text[start].isASCIISpace || text[start] == UInt8(ascii: ">") { start += 1 }
        if start < end, text[start] == UInt8(ascii: "|") { start += 1 }
        lead = range.lowerBound..<start
        tail = end..<range.upperBound
        var place = start
        while place < end {
            let byte = text[place]
            place += byte == UInt8(ascii: "\\") && place + 1 < end ? 2 : 1
            guard byte == UInt8(ascii: "|") else { continue }
            cells.append(start..<place)
            start = place
        }
        if start < end { cells.append(start..<end) }
    }

    /// A cell's text without white space around it and without its bar; empty where there is no such cell.
    func trimmed(_ cell: Int) -> Range<Int> {
        guard cells.indices.contains(cell) else { return tail.lowerBound..<tail.lowerBound }
        var (start, end) = (cells[cell].lowerBound, cells[cell].upperBound)
        if text[end - 1] == UInt8(ascii: "|"), end - 1 == start || text[end - 2] != UInt8(ascii: "\\") { end -= 1 }
        while start < end, text[start].isASCIISpace { start += 1 }
        while end > start, text[end - 1].isASCIISpace { end -= 1 }
        return start..<end
    }
}
