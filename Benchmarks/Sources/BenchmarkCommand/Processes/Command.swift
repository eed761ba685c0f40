import Glibc

/// A program that is run to its end.
struct Command {
    /// What it left behind.
    struct Outcome {
        let output: [UInt8]
        let errors: String
        /// From its start to its end.
        let duration: Duration

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    private let program: String
    private let arguments: [String]
    private let folder: TemporaryFolder

    /// - Parameter folder: takes its output while it runs.
    init(_ program: String, _ arguments: [String], in folder: TemporaryFolder) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
    }

    /// Runs it; anything but success is an error that repeats its last words.
    /// - Parameter memory: looks at its memory meanwhile.
    @discardableResult
    func run(input: String = "/dev/null", environment: [String: String] = [:], memory: MemoryWatch? = nil) throws -> Outcome {
        let output = folder.newPath("output")
        let errors = folder.newPath("errors")
        defer { for path in [output, errors] { unlink(path) } }
        let start = ContinuousClock.now
        let child = try ChildProcess(program, arguments, environment: environment, input: input, output: output, errors: errors)
        let code = memory?.following(child.pid, child.wait) ?? child.wait()
        let duration = ContinuousClock.now - start
        let said = String(decoding: (try? File.read(errors)) ?? [], as: UTF8.self)
        guard code == 0 else {
            let words = ([program] + arguments.prefix(2)).joined(separator: " ")
            throw BenchmarkFailure("`\(words) …` ended with \(code): \(said.suffix(400))")
        }
        return Outcome(output: try File.read(output), errors: said, duration: duration)
    }
}
