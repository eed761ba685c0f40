import Synchronization
import WikiCore

/// Measures how long the stages of an update of the index take, in tenths of a second.
final class StageClock: Sendable {
    private struct State {
        var start = ContinuousClock.now
        var commitsBegan: ContinuousClock.Instant?
        var commitsEnded: ContinuousClock.Instant?
    }

    private let state = Mutex(State())

    /// Takes note of where the work is.
    func note(_ progress: IndexProgress) {
        guard progress.stage == .commits else { return }
        state.withLock { state in
            if state.commitsBegan == nil { state.commitsBegan = .now }
            if progress.done == progress.total { state.commitsEnded = .now }
        }
    }

    /// The seconds of the whole, of the texts (parsing them and writing their words), and of the history.
    func finish() -> (whole: Double, texts: Double, commits: Double) {
        let end = ContinuousClock.now
        return state.withLock { state in
            let whole = end - state.start
            let commits = (state.commitsEnded ?? end) - (state.commitsBegan ?? end)
            return (Self.seconds(whole), Self.seconds(whole - commits), Self.seconds(commits))
        }
    }

    private static func seconds(_ duration: Duration) -> Double {
        let parts = duration.components
        return Double(parts.seconds * 100 + parts.attoseconds / 10_000_000_000_000_000) / 100
    }
}
