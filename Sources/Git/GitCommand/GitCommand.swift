import Glibc
import Subprocess

/// The only place that starts the `git` program, with one baseline of safety: a cleaned environment, no
/// configuration of the machine or the person, no hooks, no prompt, and `--end-of-options` before whatever a
/// client chose.
public struct GitCommand: Sendable {
    /// What git said where it failed.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The subcommand, such as `clone`.
        public let command: String
        /// The last lines of its standard error.
        public let message: String
        public var description: String { "git \(command): \(message)" }
    }

    /// The folder that git runs on, as `--git-dir`; nil for commands that make one.
    public let directory: String?

    /// Prepares to run git on a repository.
    public init(directory: String? = nil) {
        self.directory = directory
    }

    private static let configuration = [
        "core.hooksPath=/dev/null", "core.fsync=all", "gc.auto=0", "maintenance.auto=false", "protocol.ext.allow=never",
        "transfer.fsckObjects=false", "advice.detachedHead=false",
    ]

    /// Runs git to its end and gives back its standard output.
    /// - Parameter limit: the most bytes of output that are taken.
    /// - Throws: `Failure` where git is missing, failed, or was stopped.
    @discardableResult
    public func run(_ arguments: [String], limit: Int = 64 << 20) async throws -> String {
        let name = arguments.first ?? ""
        var all = Self.configuration.flatMap { ["-c", $0] }
        if let directory { all += ["--git-dir", directory] }
        let outcome = try await Self.start(all + arguments, limit: limit, name: name)
        guard outcome.succeeded else {
            let lines = outcome.error.split(separator: "\n").suffix(3)
            throw Failure(command: name, message: lines.joined(separator: " "))
        }
        return outcome.output
    }

    private static func start(_ arguments: [String], limit: Int, name: String) async throws -> (
        succeeded: Bool, output: String, error: String
    ) {
        do {
            let outcome = try await Subprocess.run(
                ProgramPath.git, arguments: Arguments(arguments), environment: environment, platformOptions: patient,
                output: .string(limit: limit, encoding: UTF8.self), error: .string(limit: 1 << 20, encoding: UTF8.self))
            return (outcome.terminationStatus.isSuccess, outcome.standardOutput, outcome.standardError)
        } catch {
            throw Failure(command: name, message: "could not be run (\(error))")
        }
    }

    /// Where the task is cancelled, git is asked to end before it is killed, so that it removes its locks.
    private static var patient: PlatformOptions {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        return options
    }

    /// What git may know of the caller's environment: how to find programs, the person's keys and the way out. Nothing
    /// that points git somewhere else or makes it start another program gets through.
    private static var environment: Environment {
        var values: [Environment.Key: String] = [
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "/bin/true", "LC_ALL": "C.UTF-8",
        ]
        for name in passedOn {
            if let value = getenv(name) { values[Environment.Key(stringLiteral: name)] = String(cString: value) }
        }
        return .custom(values)
    }

    private static let passedOn = [
        "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "SSH_AUTH_SOCK", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY",
        "no_proxy", "NO_PROXY", "ALL_PROXY",
    ]
}
