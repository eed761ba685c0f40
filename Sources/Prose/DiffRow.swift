/// A line of a difference, or a pair of lines. Numbers count from 1; texts are without their line end.
package enum DiffRow: Sendable, Equatable {
    /// A line that both sides have.
    case same(old: Int, new: Int, text: [UInt8])
    /// A line that only the old text has.
    case removed(old: Int, segments: [DiffSegment])
    /// A line that only the new text has.
    case added(new: Int, segments: [DiffSegment])
    /// A line that was changed: the old one and the new one, with the words that differ.
    case changed(old: Int, oldSegments: [DiffSegment], new: Int, newSegments: [DiffSegment])
}
