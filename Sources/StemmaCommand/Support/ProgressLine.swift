import Glibc
import Synchronization
import WikiCore

/// Tells how far long work has come: one line that is written over on a terminal, now and then a plain line elsewhere.
final class ProgressLine: Sendable {
    private struct State {
        var isShown = false
        var lastTenth = -1
        var stage: IndexProgress.Stage?
    }

    private let state = Mutex(State())
    private let isTerminal = isatty(STDERR_FILENO) == 1

    /// Shows an update of the index.
    func show(_ progress: IndexProgress) {
        let word =
            switch progress.stage {
            case .texts: "Reading pages"
            case .commits: "Reading history"
            case .authors: "Finding authors"
            }
        state.withLock { state in
            if state.stage != progress.stage {
                state.stage = progress.stage
                state.lastTenth = -1
            }
            let share = progress.total == 0 ? 1 : Double(progress.done) / Double(progress.total)
            if isTerminal {
                let width = 28
                let full = Int(share * Double(width))
                let bar = String(repeating: "━", count: full) + String(repeating: "╌", count: width - full)
                StandardError.write("\r\u{1B}[2K\(word)  \(bar)  \(progress.done) of \(progress.total)")
                state.isShown = true
            } else if Int(share * 10) > state.lastTenth, progress.total > (progress.stage == .authors ? 100 : 1000) {
                state.lastTenth = Int(share * 10)
                StandardError.write("\(word): \(progress.done) of \(progress.total)\n")
            }
        }
    }

    /// Takes the line away again.
    func finish() {
        state.withLock { state in
            if state.isShown { StandardError.write("\r\u{1B}[2K") }
            state.isShown = false
        }
    }
}
