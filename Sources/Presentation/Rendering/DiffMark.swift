/// How words are marked within a line.
enum DiffMark {
    case inserted
    case deleted

    var opening: String {
        switch self {
        case .inserted: "<ins class=\"diff-ins\">"
        case .deleted: "<del class=\"diff-del\">"
        }
    }

    var closing: String {
        switch self {
        case .inserted: "</ins>"
        case .deleted: "</del>"
        }
    }
}
