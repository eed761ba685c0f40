import Subprocess

extension GitService {
    /// Where a running program's standard input goes.
    public struct Feed: Sendable {
        let writer: StandardInputWriter

        /// Hands on bytes, as fast as the program takes them; false where it takes no more.
        public func write(_ bytes: [UInt8]) async -> Bool {
            do {
                return try await writer.write(bytes) == bytes.count
            } catch {
                return false
            }
        }
    }

    /// Runs the program to its end. Where the task is cancelled, or `output` throws, the program and all that it started are
    /// asked to end, killed two seconds later, and reaped before this returns.
    /// - Parameters:
    ///   - input: feeds the program; what it is still to read ends when this returns.
    ///   - errors: takes what it writes to standard error.
    ///   - output: takes what it writes to standard output; while this waits, so does the program.
    /// - Throws: what `output` throws; `GitCommand.Failure` where git or `prlimit` is missing.
    public func run(
        _ program: Program, _ manner: Manner, input: @escaping @Sendable (Feed) async -> Void,
        errors: @escaping @Sendable ([UInt8]) async -> Void = { _ in }, output: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws -> Outcome {
        let words = limits.options + arguments(program, manner)
        do {
            let result = try await Subprocess.run(
                ProgramPath.prlimit, arguments: Arguments(words), environment: .custom(environment),
                platformOptions: Self.ownSession, input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                try await Self.attend(
                    execution.standardInputWriter, execution.standardOutput, execution.standardError, input: input, errors: errors,
                    output: output)
            }
            return Outcome(
                succeeded: result.terminationStatus.isSuccess, wasKilled: result.terminationStatus.isSignal, message: result.closureResult)
        } catch let error as SubprocessError {
            throw GitCommand.Failure(command: program.rawValue, message: "could not be run (\(error))")
        }
    }

    /// A session, and so a process group, of its own, which falls as a whole: first asked, so that git removes its locks, then
    /// killed. What it kept apart of a push it may leave: the server sweeps that.
    private static var ownSession: PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))]
        return options
    }

    /// Serves the three streams until the program has closed its own; the end of its complaints.
    private static func attend(
        _ writer: StandardInputWriter, _ standardOutput: SubprocessOutputSequence, _ standardError: SubprocessOutputSequence,
        input: @escaping @Sendable (Feed) async -> Void, errors: @escaping @Sendable ([UInt8]) async -> Void,
        output: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws -> String {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await input(Feed(writer: writer))
                try? await writer.finish()
            }
            async let message = complaints(standardError, errors)
            for try await chunk in standardOutput {
                try await output(chunk.withUnsafeBytes { Array($0) })
            }
            let last = try await message
            // A client that still sends has nobody left to send to.
            group.cancelAll()
            return last
        }
    }

    private static func complaints(
        _ stream: SubprocessOutputSequence, _ errors: @Sendable ([UInt8]) async -> Void
    ) async throws -> String {
        var tail: [UInt8] = []
        for try await chunk in stream {
            let bytes = chunk.withUnsafeBytes { Array($0) }
            await errors(bytes)
            tail = Array((tail + bytes).suffix(2000))
        }
        return String(decoding: tail, as: UTF8.self)
    }
}

extension TerminationStatus {
    fileprivate var isSignal: Bool {
        if case .signaled = self { true } else { false }
    }
}
