/// What one side did at one place of a text that two people changed.
struct SideEdit: Equatable {
    /// What it took away, in bytes of the base.
    var base: Range<Int>
    /// What it put there, in bytes of the side.
    var side: Range<Int>
    /// Whether white space alone went and came.
    var isSpace: Bool

    /// The edits of a side in order, by the pieces of a difference in which nothing moved.
    static func edits(_ diff: ProseDiff) -> [SideEdit] {
        var edits: [SideEdit] = []
        var isOpen = false
        for piece in diff.changes.lazy.flatMap(\.pieces) {
            if piece.kind == .equal {
                isOpen = false
            } else if isOpen, let last = edits.last {
                edits[edits.count - 1] = SideEdit(
                    base: last.base.lowerBound..<max(last.base.upperBound, piece.oldRange.upperBound),
                    side: last.side.lowerBound..<max(last.side.upperBound, piece.newRange.upperBound),
                    isSpace: last.isSpace && piece.role == .space)
            } else {
                edits.append(SideEdit(base: piece.oldRange, side: piece.newRange, isSpace: piece.role == .space))
                isOpen = true
            }
        }
        return edits
    }

    /// Whether it took whole lines away, or none, and put whole lines there, or none.
    func isWhole(_ baseText: [UInt8], _ sideText: [UInt8]) -> Bool {
        SideEdit.isLineStart(baseText, base.lowerBound) && SideEdit.isLineStart(baseText, base.upperBound)
            && SideEdit.isLineStart(sideText, side.lowerBound) && SideEdit.isLineStart(sideText, side.upperBound)
    }

    private static func isLineStart(_ text: [UInt8], _ place: Int) -> Bool { place == 0 || text[place - 1] == 0x0A }
}
