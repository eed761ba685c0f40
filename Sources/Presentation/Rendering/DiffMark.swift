import Prose

/// How words are marked within a line.
enum DiffMark {
    case inserted
    case deleted
    /// Of a sentence that came from elsewhere.
    case movedHere
    /// Of a sentence that stands elsewhere now.
    case movedAway

    /// Nil for what both articles have.
    init?(_ segment: LeafEdit.Segment) {
        switch segment.kind {
        case .equal: return nil
        case .inserted: self = segment.move == nil ? .inserted : .movedHere
        case .deleted: self = segment.move == nil ? .deleted : .movedAway
        }
    }

    var opening: String {
        switch self {
        case .inserted: "<ins class=\"diff-ins\">"
        case .deleted: "<del class=\"diff-del\">"
        case .movedHere: "<ins class=\"diff-ins diff-moved-text\">"
        case .movedAway: "<del class=\"diff-del diff-moved-text\">"
        }
    }

    var closing: String {
        switch self {
        case .inserted, .movedHere: "</ins>"
        case .deleted, .movedAway: "</del>"
        }
    }
}
