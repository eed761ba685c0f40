import Dispatch
import Glibc

/// Leaves nothing behind where somebody ends a run early.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    /// Ends servers and loads on the first signal, and removes the folder.
    init(removing folder: TemporaryFolder) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                ChildProcess.endAll()
                folder.remove()
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }
}
