/// How much a difference tells of.
package struct DiffCounts: Sendable, Hashable {
    /// Words in inserted pieces, but for those that moved.
    package private(set) var addedWords = 0
    /// Words in deleted pieces, likewise.
    package private(set) var removedWords = 0
    /// Blocks that came.
    package private(set) var addedBlocks = 0
    /// Blocks that went.
    package private(set) var removedBlocks = 0
    /// Blocks whose words, kind or level changed in their place; of split and joined ones those of the new text.
    package private(set) var changedBlocks = 0
    /// Blocks that moved, with other words or not.
    package private(set) var movedBlocks = 0
    /// Runs of blocks that moved together: the greatest number of a move.
    package private(set) var moves = 0
    /// Runs of sentences that moved together; their numbers follow those of blocks.
    package private(set) var sentenceMoves = 0

    /// Linear in the bytes of what changed.
    init(_ changes: [BlockChange], old: StructuredText, new: StructuredText) {
        var lastMove = 0
        for change in changes {
            moves = max(moves, change.move ?? 0)
            switch change.kind {
            case .unchanged, .movedAway, .reflowed: break
            case .added: addedBlocks += change.newBlocks.count
            case .removed: removedBlocks += change.oldBlocks.count
            case .changed, .split, .joined: changedBlocks += change.newBlocks.count
            case .moved: movedBlocks += change.newBlocks.count
            }
            for piece in change.pieces where piece.kind != .equal && piece.role != .space {
                if let move = piece.move {
                    lastMove = max(lastMove, move)
                } else if piece.kind == .inserted {
                    addedWords += DiffCounts.words(new.text, piece.newRange)
                } else {
                    removedWords += DiffCounts.words(old.text, piece.oldRange)
                }
            }
        }
        sentenceMoves = max(0, lastMove - moves)
    }

    /// Runs of letters and digits; other scripts as `Tokens` cuts them.
    private static func words(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var (count, place) = (0, range.lowerBound)
        while place < range.upperBound {
            let start = place
            while place < range.upperBound, isPlain(text[place]) { place += 1 }
            if place < range.upperBound, text[place] >= 0x80 {
                var cutter = TokenCutter(reader: ScalarReader(text: text, end: range.upperBound), place: start)
                guard let token = cutter.next() else { return count }
                if token.kind == .word { count += 1 }
                place = token.range.upperBound
            } else if place > start {
                count += 1
            } else {
                place += 1
            }
        }
        return count
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x27
    }
}
