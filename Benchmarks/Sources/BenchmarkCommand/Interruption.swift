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
                Self.become(["sh", "-c", "sleep 1; rm -rf -- \"$0\"; exit \(128 + number)", folder.path])
            }
            source.resume()
            return source
        }
    }

    /// Puts another program in the place of this one, so that no part of it goes on measuring.
    private static func become(_ command: [String]) {
        withCStrings(command) { _ = execvp(command[0], $0) }
        exit(EXIT_FAILURE)
    }
}
