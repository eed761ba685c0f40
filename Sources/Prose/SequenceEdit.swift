/// One changed place between two sequences: what stood in `oldRange` gave way to what stands in `newRange`.
///
/// An empty `oldRange` is an insertion at its position, an empty `newRange` a deletion; never are both empty.
package struct SequenceEdit: Sendable, Equatable {
    /// Positions in the old sequence.
    package var oldRange: Range<Int>
    /// Positions in the new sequence.
    package var newRange: Range<Int>

    package init(oldRange: Range<Int>, newRange: Range<Int>) {
        self.oldRange = oldRange
        self.newRange = newRange
    }

    /// Whether nothing old was touched.
    package var isInsertion: Bool { oldRange.isEmpty }

    /// Whether nothing new came.
    package var isDeletion: Bool { newRange.isEmpty }
}
