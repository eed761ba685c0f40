import Prose

/// How a leaf is marked as a whole.
extension LeafEdit {
    /// The class of a leaf that changed.
    var className: String? {
        switch mark {
        case .unchanged: nil
        case .changed: "diff-changed"
        case .inserted: "diff-inserted"
        case .deleted: "diff-deleted"
        case .moved: "diff-moved"
        case .movedAway: "diff-moved-away"
        }
    }

    /// Whether all of it came, went or moved.
    var isWhole: Bool {
        switch mark {
        case .inserted, .deleted, .moved: true
        case .unchanged, .changed, .movedAway: false
        }
    }

    /// Whether it came or went as a sentence that moved, or several, and nothing else.
    var isMovedText: Bool { !segments.isEmpty && segments.allSatisfy { $0.move != nil } }

    /// Whether the element around the leaf can bear its mark.
    func isOwned(_ leaf: ArticleLeaf) -> Bool {
        leaf.isAlone && leaf.shape == .prose && !isReduced(leaf)
    }

    /// Whether a leaf is no more than a line that says where it went, so that its own element would say too much: a heading that is
    /// none, an empty frame of code.
    func isReduced(_ leaf: ArticleLeaf) -> Bool {
        guard case .movedAway = mark, leaf.isAlone else { return false }
        switch leaf.kind {
        case .heading, .code, .paragraph: return true
        default: return false
        }
    }
}
