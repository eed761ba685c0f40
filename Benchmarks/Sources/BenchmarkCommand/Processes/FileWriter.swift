import Glibc

/// A file that grows, written in large pieces.
final class FileWriter {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw File.failure(path, "made") }
    }

    deinit { close(descriptor) }

    func append(_ bytes: some Sequence<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 20 { try finish() }
    }

    /// Hands what is left to the system.
    func finish() throws {
        var start = 0
        while start < buffer.count {
            let count = buffer[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw File.failure(path, "written") }
            start += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
