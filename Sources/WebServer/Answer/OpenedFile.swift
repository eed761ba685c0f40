import Dispatch
import Glibc
import NIOCore

/// A file that is open to be sent: it can be read to its end even where it is taken away meanwhile.
final class OpenedFile: Sendable {
    /// The size in bytes when it was opened.
    let size: Int
    private let descriptor: Int32

    /// Where reads block, apart from all else.
    private static let queue = DispatchQueue(label: "stemma.files", qos: .userInitiated)

    /// nil where there is no such file.
    init?(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        size = end
    }

    deinit { close(descriptor) }

    /// Some bytes from a place on: at least one, at most `count`.
    func bytes(at place: Int, count: Int) async throws -> ByteBuffer {
        try await withCheckedThrowingContinuation { continuation in
            Self.queue.async { continuation.resume(with: Result { try self.read(at: place, count: count) }) }
        }
    }

    private func read(at place: Int, count: Int) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        let length = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { memory in
            max(0, pread(descriptor, memory.baseAddress, min(count, memory.count), place))
        }
        guard length > 0 else { throw IOError(errnoCode: errno, reason: "a file ended before its size") }
        return buffer
    }
}
