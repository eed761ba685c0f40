import Glibc

/// What people see while a run goes on.
enum Console {
    /// Writes a line to standard output at once.
    static func say(_ line: String) {
        write(STDOUT_FILENO, line)
    }

    /// Writes a line to standard error.
    static func warn(_ line: String) {
        write(STDERR_FILENO, line)
    }

    private static func write(_ descriptor: Int32, _ line: String) {
        let bytes = Array((line + "\n").utf8)
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            start += count
        }
    }
}
