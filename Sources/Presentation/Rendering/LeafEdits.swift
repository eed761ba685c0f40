import Prose

/// Brings a difference of two articles' texts down to their leaves.
struct LeafEdits {
    let old: ArticleText
    let new: ArticleText
    private(set) var edits: [LeafEdit] = []
    private var lastMove = 0

    /// - Parameter isCoarse: leaves that changed are told as deleted and inserted, without a look inside.
    init(_ diff: ProseDiff, old: ArticleText, new: ArticleText, isCoarse: Bool) {
        self.old = old
        self.new = new
        for change in diff.changes {
            switch change.kind {
            case .removed: addLone(change, change.oldBlocks, .old, .deleted)
            case .added: addLone(change, change.newBlocks, .new, .inserted)
            case .movedAway where isTold(change, isCoarse): addMovedAway(change)
            case .movedAway: addAll(change.oldBlocks, .old, .deleted)
            default: add(change, isCoarse)
            }
        }
        forgetLoneEnds()
    }

    private mutating func add(_ change: BlockChange, _ isCoarse: Bool) {
        if isTold(change, isCoarse) { return addPair(change) }
        if change.kind != .moved { addAll(change.oldBlocks, .old, .deleted) }
        addAll(change.newBlocks, .new, .inserted)
    }

    /// Whether what became of some leaves is told within them.
    private func isTold(_ change: BlockChange, _ isCoarse: Bool) -> Bool {
        guard isOneShape(change) else { return false }
        return !isCoarse || change.move == nil && change.structure.isEmpty && change.pieces.allSatisfy { $0.kind == .equal }
    }

    /// Whether rows became rows and lines lines: a row has no place for the words of a paragraph.
    private func isOneShape(_ change: BlockChange) -> Bool {
        let shape = new.leaves[change.newBlocks.lowerBound].shape
        if shape == .row, change.oldBlocks.count + change.newBlocks.count > 2 { return false }
        return old.leaves[change.oldBlocks].allSatisfy { $0.shape == shape }
            && new.leaves[change.newBlocks].allSatisfy { $0.shape == shape }
    }

    private mutating func addAll(_ leaves: Range<Int>, _ side: RenderedSide, _ mark: LeafEdit.Mark) {
        for leaf in leaves {
            let range = side == .old ? old.leaves[leaf].range : new.leaves[leaf].range
            var edit = LeafEdit(side: side, leaf: leaf, mark: mark)
            edit.segments = [LeafEdit.Segment(kind: side == .old ? .deleted : .inserted, range: range, oldStart: nil)]
            edits.append(edit)
        }
    }

    /// Leaves that came or went, with the sentences in them that moved.
    private mutating func addLone(_ change: BlockChange, _ leaves: Range<Int>, _ side: RenderedSide, _ mark: LeafEdit.Mark) {
        let first = edits.count
        edits += leaves.map { LeafEdit(side: side, leaf: $0, mark: mark) }
        var leaf = leaves.lowerBound
        for piece in change.pieces {
            let range = side == .old ? piece.oldRange : piece.newRange
            Self.eachLeaf(of: side == .old ? old : new, range, &leaf, leaves.upperBound) { leaf, range in
                edits[first + leaf - leaves.lowerBound].segments.append(
                    LeafEdit.Segment(kind: piece.kind, range: range, oldStart: nil, move: piece.move))
            }
        }
    }

    /// Where one end of a sentence's move is not told, since its leaf is told whole, the other is no end.
    private mutating func forgetLoneEnds() {
        var ends: [DiffPiece.Kind: Set<Int>] = [:]
        for segment in edits.lazy.flatMap(\.segments) { if let move = segment.move { ends[segment.kind, default: []].insert(move) } }
        let whole = (ends[.deleted] ?? []).intersection(ends[.inserted] ?? [])
        guard ends.values.contains(where: { $0.count > whole.count }) else { return }
        for edit in edits.indices {
            for index in edits[edit].segments.indices {
                if let move = edits[edit].segments[index].move, !whole.contains(move) { edits[edit].segments[index].move = nil }
            }
        }
    }

    /// A run of leaves that went together says so once.
    private mutating func addMovedAway(_ change: BlockChange) {
        let move = change.move ?? 0
        guard move != lastMove else { return }
        lastMove = move
        edits.append(LeafEdit(side: .old, leaf: change.oldBlocks.lowerBound, mark: .movedAway(move)))
    }

    private mutating func addPair(_ change: BlockChange) {
        let first = edits.count
        for leaf in change.newBlocks {
            edits.append(LeafEdit(side: .new, leaf: leaf, counterpart: change.oldBlocks.lowerBound, mark: .unchanged))
        }
        edits[first].structure = change.structure
        edits[first].kind = change.kind
        cut(change, first)
        for index in first..<edits.count {
            edits[index].inlines = InlineChanges(edits[index], old: old, new: new)
            if let move = change.move {
                edits[index].mark = .moved(move)
            } else if !change.structure.isEmpty || change.kind == .split || change.kind == .joined
                || !edits[index].inlines.isEmpty || edits[index].segments.contains(where: { $0.kind != .equal })
            {
                edits[index].mark = .changed
            }
        }
    }

    /// Hands the pieces out to the leaves that they stand in.
    private mutating func cut(_ change: BlockChange, _ first: Int) {
        var (left, right) = (change.oldBlocks.lowerBound, change.newBlocks.lowerBound)
        for (index, piece) in change.pieces.enumerated() where !isRespaced(change.pieces, index) {
            if piece.kind == .deleted {
                while right + 1 < change.newBlocks.upperBound, new.text.blocks[right].end <= piece.newRange.lowerBound { right += 1 }
                Self.eachLeaf(of: old, piece.oldRange, &left, change.oldBlocks.upperBound) { _, range in
                    edits[first + right - change.newBlocks.lowerBound].segments.append(
                        LeafEdit.Segment(kind: .deleted, range: range, oldStart: nil, move: piece.move))
                }
            } else {
                let isSpace = index > 0 && isRespaced(change.pieces, index - 1)
                Self.eachLeaf(of: new, piece.newRange, &right, change.newBlocks.upperBound) { leaf, range in
                    let offset = range.lowerBound - piece.newRange.lowerBound
                    edits[first + leaf - change.newBlocks.lowerBound].segments.append(
                        LeafEdit.Segment(
                            kind: isSpace ? .equal : piece.kind, range: range,
                            oldStart: piece.kind == .equal ? piece.oldRange.lowerBound + offset : nil, move: piece.move))
                }
            }
        }
    }

    /// White space that gave way to other white space is not shown; the new one is, unmarked.
    private func isRespaced(_ pieces: [DiffPiece], _ index: Int) -> Bool {
        guard pieces[index].kind == .deleted, pieces[index].role == .space, index + 1 < pieces.count else { return false }
        return pieces[index + 1].kind == .inserted && pieces[index + 1].role == .space
    }

    /// The parts of a range that are words of leaves, in order; `leaf` moves along.
    private static func eachLeaf(
        of article: ArticleText, _ range: Range<Int>, _ leaf: inout Int, _ end: Int, _ body: (Int, Range<Int>) -> Void
    ) {
        while leaf < end {
            let part = article.leaves[leaf].range.clamped(to: range)
            if !part.isEmpty { body(leaf, part) }
            guard leaf + 1 < end, article.text.blocks[leaf].end <= range.upperBound else { return }
            leaf += 1
        }
    }
}
