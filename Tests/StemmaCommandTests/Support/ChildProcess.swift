import Glibc
import Testing

/// A program that a test started. What it writes goes to files without a name, so that it never waits for a reader.
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
    private let output: UnsafeMutablePointer<FILE>
    private let errors: UnsafeMutablePointer<FILE>
    private var code: Int32?

    /// Starts a program.
    /// - Parameters:
    ///   - input: what it finds on its standard input.
    ///   - environment: what it has beside the test's own environment, of which settings of the product are left out.
    init(
        _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], directory: String = "/"
    ) throws {
        let source = try #require(tmpfile())
        defer { fclose(source) }
        fwrite(input, 1, input.count, source)
        rewind(source)
        output = try #require(tmpfile())
        errors = try #require(tmpfile())
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, file) in [source, output, errors].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, fileno(file), Int32(number))
        }
        var child: pid_t = 0
        let failure = Self.withStrings(["env", "-C", directory, program] + arguments) { words in
            Self.withStrings(Self.cleanEnvironment(adding: environment)) { posix_spawnp(&child, "env", &actions, nil, words, $0) }
        }
        id = child
        if failure != 0 { code = 127 }
        try #require(failure == 0, "\(program) can't be started: \(String(cString: strerror(failure)))")
    }

    deinit {
        fclose(output)
        fclose(errors)
        guard code == nil else { return }
        kill(id, SIGKILL)
        waitpid(id, nil, 0)
    }

    /// Waits for its end.
    func wait(seconds: Int = 60) throws -> Result {
        var status: Int32 = 0
        let isOver = Patience.wait(seconds: seconds) { waitpid(id, &status, WNOHANG) == id }
        if !isOver {
            kill(id, SIGKILL)
            waitpid(id, &status, 0)
        }
        let signal = status & 0x7F
        code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        let said = String(decoding: Self.written(errors), as: UTF8.self)
        try #require(isOver, "the program did not end within \(seconds) s: \(said)")
        return Result(code: code ?? 0, output: Self.written(output), errors: said)
    }

    /// Waits for a text on its standard output, and gives all output so far.
    func wait(for text: String, seconds: Int = 60) throws -> String {
        var seen = ""
        var status: Int32 = 0
        let isSaid = Patience.wait(seconds: seconds) {
            if waitpid(id, &status, WNOHANG) == id { code = (status >> 8) & 0xFF }
            seen = String(decoding: Self.written(output), as: UTF8.self)
            return seen.contains(text) || code != nil
        }
        try #require(isSaid && seen.contains(text), "the program never said “\(text)”, but: \(seen)\(errors(containing: ""))")
        return seen
    }

    /// What it has written to standard error so far, once a text has come there.
    func errors(containing text: String, seconds: Int = 10) -> String {
        var seen = ""
        _ = Patience.wait(seconds: seconds) {
            seen = String(decoding: Self.written(errors), as: UTF8.self)
            return seen.contains(text)
        }
        return seen
    }

    /// All that it has written so far, to output and errors, once a text has come to either.
    func said(containing text: String, seconds: Int = 10) -> String {
        var seen = ""
        _ = Patience.wait(seconds: seconds) {
            seen = String(decoding: Self.written(output) + Self.written(errors), as: UTF8.self)
            return seen.contains(text)
        }
        return seen
    }

    func signal(_ number: Int32) {
        if code == nil { kill(id, number) }
    }

    /// All that stands in a file, whatever the place in it.
    private static func written(_ file: UnsafeMutablePointer<FILE>) -> [UInt8] {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = pread(fileno(file), &buffer, buffer.count, off_t(result.count))
            if count <= 0 { return result }
            result += buffer[..<count]
        }
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
