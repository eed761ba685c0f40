/// A difference as rows to show: what is far from any change folded away, what belongs together side by side.
///
/// A pure function of its arguments; linear in what is shown.
package struct DiffLayout: Sendable, Equatable {
    /// How old and new stand to each other.
    package enum Style: Sendable, Hashable {
        /// One text with marks: rows are `block`.
        case unified
        /// Two columns: rows are `pair`.
        case sideBySide
    }

    /// The rows in order.
    package let rows: [LayoutRow]
    /// How many changes are numbered.
    package let count: Int

    /// - Parameters:
    ///   - context: how many unchanged blocks stand around a change; nil shows all. Less than two lines are not folded.
    ///   - opened: folded parts to show all the same, by the first of their `changes`.
    ///   - isElided: whether long stretches without a mark inside a changed block are left out, by sentences or lines.
    package init(_ diff: ProseDiff, style: Style, context: Int? = 1, opened: Set<Int> = [], isElided: Bool = true) {
        var builder = LayoutBuilder(diff, style: style, isElided: isElided)
        builder.build(context: context, opened: opened)
        rows = builder.rows
        count = builder.count
    }
}
