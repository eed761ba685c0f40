/// Where a piece of work stands.
package enum JobState: Sendable, Hashable {
    /// It has not begun.
    /// - `ahead`: how many come before it.
    case waiting(ahead: Int)
    /// It is being done; nil before its first word.
    case running(ExportProgress?)
    /// It is done.
    case done(ExportSummary)
    /// It failed.
    case failed(ExportFailure)

    /// Whether it has come to its end.
    package var isOver: Bool {
        switch self {
        case .waiting, .running: false
        case .done, .failed: true
        }
    }
}
