import Glibc
import Testing

/// A program that a test started, with pipes from its output.
final class ChildProcess {
    /// What became of a program that has ended.
    struct Result {
        /// Its exit code, or 128 and the number of the signal that ended it.
        let code: Int32
        let output: [UInt8]
        let errors: String

        /// Its output as text.
        var text: String { String(decoding: output, as: UTF8.self) }
        /// The lines of its output.
        var lines: [String] { text.split(separator: "\n").map(String.init) }
    }

    let id: pid_t
    private var output: [UInt8] = []
    private var errors: [UInt8] = []
    private var pipes: [Int32]
    private var code: Int32?

    /// Starts a program.
    /// - Parameters:
    ///   - input: what it finds on its standard input.
    ///   - environment: what it has beside the test's own environment, of which settings of the product are left out.
    init(_ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], directory: String = "/") throws {
        var (out, err): ([Int32], [Int32]) = ([0, 0], [0, 0])
        // Socket pairs, since they alone are born with the flag that keeps them from programs started beside.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let isPaired = socketpair(AF_UNIX, kind, 0, &out) == 0 && socketpair(AF_UNIX, kind, 0, &err) == 0
        try #require(isPaired)
        let source = try #require(tmpfile())
        defer { fclose(source) }
        fwrite(input, 1, input.count, source)
        rewind(source)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, fileno(source), 0)
        posix_spawn_file_actions_adddup2(&actions, out[1], 1)
        posix_spawn_file_actions_adddup2(&actions, err[1], 2)
        var child: pid_t = 0
        let failure = Self.withStrings(["env", "-C", directory, program] + arguments) { words in
            Self.withStrings(Self.cleanEnvironment(adding: environment)) { posix_spawnp(&child, "env", &actions, nil, words, $0) }
        }
        close(out[1])
        close(err[1])
        (id, pipes) = (child, [out[0], err[0]])
        if failure != 0 { code = 127 }
        try #require(failure == 0, "\(program) can't be started: \(String(cString: strerror(failure)))")
    }

    deinit {
        for descriptor in pipes { close(descriptor) }
        guard code == nil else { return }
        kill(id, SIGKILL)
        waitpid(id, nil, 0)
    }

    /// Waits for its end.
    func wait(seconds: Int = 60) throws -> Result {
        let isOver = read(seconds: seconds) { _, _ in false }
        if !isOver { kill(id, SIGKILL) }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        try #require(isOver, "the program did not end within \(seconds) s: \(String(decoding: errors, as: UTF8.self))")
        return Result(code: code ?? 0, output: output, errors: String(decoding: errors, as: UTF8.self))
    }

    /// Waits for a text on its standard output, and gives all output so far.
    func wait(for text: String, seconds: Int = 60) throws -> String {
        _ = read(seconds: seconds) { output, _ in String(decoding: output, as: UTF8.self).contains(text) }
        let seen = String(decoding: output, as: UTF8.self)
        try #require(seen.contains(text), "the program never said “\(text)”, but: \(seen)\(String(decoding: errors, as: UTF8.self))")
        return seen
    }

    /// What it has written to standard error so far, once a text has come there.
    func errors(containing text: String = "", seconds: Int = 10) -> String {
        _ = read(seconds: seconds) { _, errors in String(decoding: errors, as: UTF8.self).contains(text) }
        return String(decoding: errors, as: UTF8.self)
    }

    func signal(_ number: Int32) { kill(id, number) }

    /// Reads both pipes until they end or enough has come. True at their end.
    private func read(seconds: Int, until isEnough: (_ output: [UInt8], _ errors: [UInt8]) -> Bool) -> Bool {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var buffer = [UInt8](repeating: 0, count: 65536)
        var open = pipes.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while !isEnough(output, errors) {
            if open.allSatisfy({ $0.fd < 0 }) { return true }
            let left = ContinuousClock.now.duration(to: deadline).components
            let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0, poll(&open, nfds_t(open.count), Int32(milliseconds)) > 0 else { return false }
            for index in open.indices where open[index].fd >= 0 && open[index].revents != 0 {
                let count = Glibc.read(open[index].fd, &buffer, buffer.count)
                if count <= 0 { open[index].fd = -1 }
                if count > 0, index == 0 { output += buffer[..<count] }
                if count > 0, index == 1 { errors += buffer[..<count] }
            }
        }
        return false
    }

    private static func cleanEnvironment(adding own: [String: String]) -> [String] {
        var result = own.map { "\($0)=\($1)" }
        var entry = environ
        while let pointer = entry.pointee {
            let pair = String(cString: pointer)
            let name = String(pair.prefix { $0 != "=" })
            if !name.hasPrefix("STEMMA_"), !name.hasPrefix("GIT_"), own[name] == nil { result.append(pair) }
            entry += 1
        }
        return result
    }

    private static func withStrings(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32) -> Int32 {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
