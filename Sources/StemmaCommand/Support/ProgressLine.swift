import Synchronization
import WebServer
import WikiCore

/// Tells how far long work has come: one line that is written over on a terminal, now and then a plain line elsewhere.
final class ProgressLine: Sendable {
    private struct State {
        var isShown = false
        var lastTenth = -1
        var word: String?
        /// When the work began, and how much of it was done by then.
        var start = (time: Duration.zero, done: 0)
        var shownAt: Duration?
    }

    private let state = Mutex(State())
    private let isTerminal: Bool
    private let clock: MonotonicClock
    private let write: @Sendable (String) -> Void

    /// A terminal is written to no more often.
    private static let pause = Duration.milliseconds(100)
    private static let clearing = "\r\u{1B}[2K"

    /// - Parameters:
    ///   - isTerminal: whether lines can be written over.
    ///   - clock: a time that only grows.
    ///   - write: takes the text.
    init(
        isTerminal: Bool = Terminal.errors.canOverwrite, clock: MonotonicClock = .system,
        write: @escaping @Sendable (String) -> Void = { StandardError.write($0) }
    ) {
        self.isTerminal = isTerminal
        self.clock = clock
        self.write = write
    }

    /// Shows an update of the index.
    func show(_ progress: IndexProgress) { show(WorkProgress(progress)) }

    /// Shows an export.
    func show(_ progress: ExportProgress) { show(WorkProgress(progress)) }

    /// Shows any work. Work of another word begins anew.
    func show(_ progress: WorkProgress) {
        let now = clock.now
        state.withLock { state in
            if state.word != progress.word {
                state.word = progress.word
                state.lastTenth = -1
                state.start = (now, progress.done)
                state.shownAt = nil
            }
            let text = ProgressText(
                progress: progress, sinceStart: progress.done - state.start.done, elapsed: now - state.start.time)
            let isDue = state.shownAt.map { now - $0 >= Self.pause } ?? true
            if isTerminal, isDue || progress.done == progress.total {
                write(Self.clearing + text.line)
                state.isShown = true
                state.shownAt = now
            } else if !isTerminal, Int(text.share * 10) > state.lastTenth, progress.total > progress.quietBelow {
                state.lastTenth = Int(text.share * 10)
                write(text.plain + "\n")
            }
        }
    }

    /// Takes the line away again.
    func finish() {
        state.withLock { state in
            if state.isShown { write(Self.clearing) }
            state.isShown = false
        }
    }
}
