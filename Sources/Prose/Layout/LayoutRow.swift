/// A row of a difference on the screen.
package struct LayoutRow: Sendable, Equatable {
    /// What it shows.
    package enum Content: Sendable, Equatable {
        /// A block with what went and what came in one text.
        case block(LayoutCell)
        /// The old and the new form side by side; nil where a side has none here.
        case pair(old: LayoutCell?, new: LayoutCell?)
        /// Blocks without a change, folded away.
        case folded(FoldedPart)
    }

    /// What it shows.
    package let content: Content
    /// The number of the change that begins with this row, from 1, for links and for keys that go from change to change; nil in
    /// the rows that go on with a change, and where nothing changed. Changes that stand together are one.
    package let number: Int?
}
