package import Glibc

/// A program that is run to its end; what it reads and writes goes through files without a name, so that no pipe can
/// fill up.
package struct ChildProcess: Sendable {
    /// What came of it.
    package struct Outcome: Sendable {
        /// Its exit code; 128 and the signal's number where a signal ended it.
        package let status: Int32
        /// Its standard output.
        package let output: [UInt8]
        /// Its standard error, as text.
        package let error: String
    }

    /// Runs a program and waits for it.
    /// - Parameters:
    ///   - program: its path, or a name that is looked for in `PATH`.
    ///   - environment: what is set besides this process's own variables.
    package static func run(
        _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> Outcome {
        let files = try (0..<3).map { _ in try nameless() }
        defer { files.forEach { close($0) } }
        guard input.withUnsafeBytes({ write(files[0], $0.baseAddress, $0.count) }) == input.count else { throw SystemFailure("write") }
        lseek(files[0], 0, SEEK_SET)
        let process = try spawn(program, arguments, files: files, environment: environment)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemFailure("waitpid") }
        }
        let signal = status & 0x7F
        return Outcome(
            status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: contents(files[1]),
            error: String(decoding: contents(files[2]), as: UTF8.self))
    }

    /// Starts a program without waiting for it; the caller reaps it with `waitpid`.
    package static func start(_ program: String, _ arguments: [String]) throws -> pid_t {
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        guard null >= 0 else { throw SystemFailure("open") }
        defer { close(null) }
        return try spawn(program, arguments, files: [null, null, null], environment: [:])
    }

    private static func spawn(_ program: String, _ arguments: [String], files: [Int32], environment: [String: String]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(target)) }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = variables(with: environment).map { strdup($0) } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, program, &actions, nil, &words, &variables)
        guard result == 0 else {
            errno = result
            throw SystemFailure(program)
        }
        return process
    }

    private static func variables(with extra: [String: String]) -> [String] {
        var result: [String] = []
        var entry = environ
        while let pointer = entry.pointee {
            let text = String(cString: pointer)
            let name = String(text.prefix { $0 != "=" })
            if extra[name] == nil, !name.hasPrefix("GIT_"), !name.hasPrefix("STEMMA_") { result.append(text) }
            entry += 1
        }
        return result + extra.map { "\($0.key)=\($0.value)" }
    }

    private static func nameless() throws -> Int32 {
        var template = Array("/tmp/stemma-stream-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw SystemFailure("mkstemp") }
        // Another test may start a child right here: it holds an empty file a little longer, no more.
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        unlink(template)
        return file
    }

    private static func contents(_ file: Int32) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(max(0, lseek(file, 0, SEEK_END))))
        var filled = 0
        while filled < result.count {
            let count = result.withUnsafeMutableBytes { pread(file, $0.baseAddress.map { $0 + filled }, $0.count - filled, off_t(filled)) }
            guard count > 0 else { break }
            filled += count
        }
        return result
    }
}
