/// A block of a Markdown text: what a reader sees as one thing, and what a difference pairs, moves and counts.
///
/// All ranges count in bytes or lines of the whole text, from 0.
package struct ProseBlock: Sendable, Equatable {
    /// What a block is.
    package enum Kind: Sendable, Hashable {
        /// White space before the first block, if there is any.
        case blank
        /// A line that opens or closes the front matter.
        case frontMatterFence
        /// A key of the front matter with all that belongs to it.
        case frontMatterEntry
        /// A heading, with signs or underlined, of level 1 to 6.
        case heading(level: Int)
        case paragraph
        /// The text of an item, up to a blank line or the next item. The outermost list has depth 0.
        case listItem(depth: Int, isOrdered: Bool, task: TaskBox?)
        case tableRow(TableRow)
        /// All lines of a fenced block with its fences, or indented ones up to a blank line.
        case code(isFenced: Bool)
        /// Lines that begin with a tag, up to a blank line.
        case html
        /// A thematic break.
        case rule
    }

    /// The box of a task in a list.
    package enum TaskBox: Sendable, Hashable {
        case open
        case done
    }

    /// What a row is in its table.
    package enum TableRow: Sendable, Hashable {
        case header
        case delimiter
        case body
    }

    /// What it is.
    package let kind: Kind
    /// How many quotes (`>`) it stands in.
    package let quoteDepth: Int
    /// Its own lines.
    package internal(set) var lines: Range<Int>
    /// Its own bytes, with markers and the last line's end.
    package internal(set) var range: Range<Int>
    /// What it says: its bytes without the marker at its beginning (list sign, task box, heading signs, `>`) and without the
    /// last line's end. In a front matter entry the key belongs to it.
    package internal(set) var content: Range<Int>
    /// The end of the blank lines that follow it: `range.lowerBound..<end` of all blocks together are the text.
    package internal(set) var end: Int
    /// The key of a front matter entry, else empty.
    package internal(set) var key: Range<Int>

    /// Its bytes with the blank lines that follow.
    package var extent: Range<Int> { range.lowerBound..<end }

    /// Whether it is code, whose lines and spaces count.
    package var isCode: Bool { if case .code = kind { true } else { false } }
}
