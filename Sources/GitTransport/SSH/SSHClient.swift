import Synchronization

/// A client behind `stemma ssh-serve`: its bytes as they come over the socket, and frames on the way back.
final class SSHClient: GitClient {
    private let socket: AsyncSocket
    private let first: Mutex<[UInt8]>
    /// Output and complaints come from different tasks, and a frame must not be torn.
    private let writing = OneAtATime()

    /// - Parameter first: bytes that came with the request.
    init(_ socket: AsyncSocket, first: [UInt8]) {
        self.socket = socket
        self.first = Mutex(first)
    }

    func read() async throws -> [UInt8]? {
        let known = first.withLock { first in
            defer { first = [] }
            return first
        }
        return known.isEmpty ? try await socket.read() : known
    }

    func write(_ bytes: [UInt8]) async throws {
        try await send(SSHFrame(.output, bytes))
    }

    func complain(_ bytes: [UInt8]) async {
        try? await send(SSHFrame(.error, bytes))
    }

    /// Ends it.
    func end(_ code: UInt8) async {
        try? await send(SSHFrame(.exit, [code]))
    }

    private func send(_ frame: SSHFrame) async throws {
        try await writing.run { try await socket.write(frame.bytes) }
    }
}
