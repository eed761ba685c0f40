/// A part of a Markdown text as a summary counts it.
struct Block {
    enum Kind: Int, CaseIterable {
        case paragraph, heading, listItem, tableRow, code
    }

    let kind: Kind
    /// 1 to 6 for headings, else 0.
    let level: Int
    /// Its lines.
    var lines: Range<Int>
}
