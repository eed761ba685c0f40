import Dispatch
import Glibc

/// One end of a Unix socket, read and written without a thread of its own.
final class AsyncSocket: Sendable {
    private enum Readiness {
        case toRead, toWrite
    }

    private let descriptor: Int32
    private static let queue = DispatchQueue(label: "stemma.sockets")

    /// Takes over a connected socket.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    deinit {
        close(descriptor)
    }

    /// The next bytes; nil at their end. Throws where the connection broke or the task is cancelled.
    func read() async throws -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count > 0 { return Array(buffer[..<count]) }
            if count == 0 { return nil }
            try await goOn(after: errno, when: .toRead)
        }
    }

    /// Writes all of it. Throws where nobody reads any more or the task is cancelled.
    func write(_ bytes: [UInt8]) async throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
            if count >= 0 {
                written += count
            } else {
                try await goOn(after: errno, when: .toWrite)
            }
        }
    }

    /// Waits until somebody connects to a listening socket.
    func accept() async throws -> AsyncSocket {
        while true {
            let connected = Glibc.accept(descriptor, nil, nil)
            if connected >= 0 { return AsyncSocket(descriptor: connected) }
            let code = errno
            // Nothing of the one who connects: it is gone again, or descriptors are short for a moment.
            if [ECONNABORTED, EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code) {
                try await Task.sleep(for: .milliseconds(100))
            } else {
                try await goOn(after: code, when: .toRead)
            }
        }
    }

    /// The user at the other end; nil where the system does not say.
    var peer: uid_t? {
        // `struct ucred`, which the C library shows to GNU programs alone.
        var credentials = (process: pid_t(0), user: uid_t(0), group: gid_t(0))
        var length = socklen_t(MemoryLayout.size(ofValue: credentials))
        let expected = length
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0, length == expected else { return nil }
        return credentials.user
    }

    private func goOn(after code: Int32, when readiness: Readiness) async throws {
        if code == EINTR { return }
        guard code == EAGAIN || code == EWOULDBLOCK else { throw BrokenSocket(code: code) }
        try Task.checkCancellation()
        let source = Source(
            readiness == .toRead
                ? DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: Self.queue)
                : DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: Self.queue))
        await withTaskCancellationHandler {
            await withCheckedContinuation { source.wait($0) }
        } onCancel: {
            source.cancel()
        }
        try Task.checkCancellation()
    }

    /// Waits once.
    // Unchecked: Dispatch's sources may be cancelled from any thread, and nothing else is done from another one.
    private struct Source: @unchecked Sendable {
        private let source: any DispatchSourceProtocol

        init(_ source: any DispatchSourceProtocol) {
            self.source = source
        }

        /// Goes on once the socket is ready or the wait is cancelled; then nothing watches the descriptor any more.
        func wait(_ continuation: CheckedContinuation<Void, Never>) {
            source.setEventHandler { cancel() }
            source.setCancelHandler { continuation.resume() }
            source.resume()
        }

        func cancel() { source.cancel() }
    }
}
