import Glibc

/// A connection to the server's Unix socket, for programs that do nothing else: it blocks.
package struct BlockingSocket: ~Copyable {
    /// The descriptor, as long as this lives.
    package let descriptor: Int32

    /// Connects.
    package init(path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw UnixAddress.Failure("socket", path) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        do {
            let result = try UnixAddress(path: path).lend { connect(descriptor, $0, $1) }
            guard result == 0 else { throw UnixAddress.Failure("connect", path) }
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Writes all of it; false where nobody reads.
    package func write(_ bytes: [UInt8]) -> Bool { Self.write(bytes, to: descriptor) }

    /// The next bytes; nil at their end, or where the other side is gone.
    package func read() -> [UInt8]? { Self.read(from: descriptor) }

    /// Writes all of it to a descriptor.
    package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// The next bytes of a descriptor; nil at their end.
    package static func read(from descriptor: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            return Array(buffer[..<count])
        }
    }
}
