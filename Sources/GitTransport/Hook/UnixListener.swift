import Glibc
import Logging
import PushHook
import Synchronization

/// Listens on a Unix socket for programs of the same user: hooks, and `stemma ssh-serve`.
final class UnixListener: Sendable {
    private struct State {
        var loop: Task<Void, Never>?
        var next = 0
        var open: [Int: Task<Void, Never>] = [:]
    }

    /// The socket's path.
    let path: String
    private let socket: AsyncSocket
    private let logger: Logger
    private let limit: Int
    private let state = Mutex(State())

    /// Makes the socket, readable by its owner alone, in place of one that a killed server left.
    /// - Parameter limit: how many connections are served at once; later ones are closed.
    init(path: String, limit: Int = 512, logger: Logger) throws {
        self.path = path
        self.limit = limit
        self.logger = logger
        unlink(path)
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw UnixAddress.Failure("socket", path) }
        socket = AsyncSocket(descriptor: descriptor)
        guard try UnixAddress(path: path).lend({ bind(descriptor, $0, $1) }) == 0 else { throw UnixAddress.Failure("bind", path) }
        guard chmod(path, 0o600) == 0, listen(descriptor, 512) == 0 else { throw UnixAddress.Failure("listen", path) }
    }

    /// Serves each connection in a task of its own, until the listener is closed.
    func serve(_ handle: @escaping @Sendable (AsyncSocket) async -> Void) {
        let loop = Task {
            while !Task.isCancelled {
                do {
                    let connection = try await socket.accept()
                    admit(connection, handle)
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("the socket \(path) can't be listened to: \(error)")
                    return
                }
            }
        }
        state.withLock { $0.loop = loop }
    }

    /// Takes no more connections, and takes the socket away; those that are open go on.
    func close() {
        let loop = state.withLock { $0.loop }
        loop?.cancel()
        unlink(path)
    }

    /// Ends the connections that are still open, and returns once they are.
    func endAll() async {
        let open = state.withLock { Array($0.open.values) }
        for task in open { task.cancel() }
        for task in open { await task.value }
    }

    private func admit(_ connection: AsyncSocket, _ handle: @escaping @Sendable (AsyncSocket) async -> Void) {
        guard connection.peer == getuid() else {
            logger.warning("a program of another user came to \(path)")
            return
        }
        state.withLock { state in
            guard state.open.count < limit else { return }
            state.next += 1
            let id = state.next
            state.open[id] = Task {
                await handle(connection)
                self.state.withLock { _ = $0.open.removeValue(forKey: id) }
            }
        }
    }
}
