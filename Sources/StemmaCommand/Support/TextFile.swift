import Glibc

/// Small files and streams, read and written whole.
enum TextFile {
    /// The bytes of a file, or of standard input for `-`; bounded.
    static func read(_ path: String, limit: Int = 64 << 20) throws(Failure) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        let name = path == "-" ? "Standard input" : path
        guard descriptor >= 0 else { throw Failure(.inputOutput, "\(name): \(String(cString: strerror(errno))).") }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 { throw Failure(.inputOutput, "\(name): \(String(cString: strerror(errno))).") }
            if count == 0 { return result }
            result.append(contentsOf: buffer[..<count])
            if result.count > limit { throw Failure(.inputOutput, "\(name) is larger than \(ByteCount(limit).text).") }
        }
    }

    /// Writes a file whole, readable by its owner alone, durable on return.
    static func write(_ text: String, to path: String) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(.inputOutput, "\(path): \(String(cString: strerror(errno))).") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw Failure(.inputOutput, "\(path): \(String(cString: strerror(errno))).")
        }
    }
}
