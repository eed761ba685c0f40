import Dispatch
import Glibc

/// Leaves nothing behind where somebody ends a run early.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    /// Removes the folder on the first signal. Servers that a terminal started with the run get the signal themselves.
    init(removing folder: TemporaryFolder) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                folder.remove()
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }
}
