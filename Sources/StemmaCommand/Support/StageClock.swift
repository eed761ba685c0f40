import Synchronization
import WikiCore

/// Measures how long the stages of an update of the index take, in tenths of a second.
final class StageClock: Sendable {
    private struct State {
        var start = ContinuousClock.now
        var commitsBegan: ContinuousClock.Instant?
    }

    private let state = Mutex(State())

    /// Takes note of where the work is.
    func note(_ progress: IndexProgress) {
        guard progress.stage == .commits else { return }
        state.withLock { if $0.commitsBegan == nil { $0.commitsBegan = .now } }
    }

    /// The seconds of the whole, of the texts (first), and of the history (last).
    func finish() -> (whole: Double, texts: Double, commits: Double) {
        let end = ContinuousClock.now
        return state.withLock { state in
            let middle = state.commitsBegan ?? end
            return (Self.seconds(end - state.start), Self.seconds(middle - state.start), Self.seconds(end - middle))
        }
    }

    private static func seconds(_ duration: Duration) -> Double {
        let parts = duration.components
        return Double(parts.seconds * 100 + parts.attoseconds / 10_000_000_000_000_000) / 100
    }
}
