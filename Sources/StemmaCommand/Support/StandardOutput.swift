import Glibc

/// What a command was asked for.
enum StandardOutput {
    /// Writes it whole and at once; what does not arrive is a failure.
    static func write(_ text: String) throws(Failure) {
        try finish()
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return try fail() }
            bytes = bytes.dropFirst(max(0, count))
        }
    }

    /// Sends on what `print` has kept so far.
    static func finish() throws(Failure) {
        if fflush(nil) != 0 { try fail() }
    }

    /// A reader that has seen enough, as `head`, is no failure.
    private static func fail() throws(Failure) {
        let reason = errno
        guard reason != EPIPE else { return }
        throw Failure(.inputOutput, "The output can't be written: \(String(cString: strerror(reason))).")
    }
}
