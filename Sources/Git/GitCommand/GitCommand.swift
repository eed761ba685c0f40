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
                .name("git"), arguments: Arguments(arguments), environment: environment,
                output: .string(limit: limit, encoding: UTF8.self), error: .string(limit: 1 << 20, encoding: UTF8.self))
            return (outcome.terminationStatus.isSuccess, outcome.standardOutput, outcome.standardError)
        } catch {
            throw Failure(command: name, message: "could not be run (\(error))")
        }
    }

    /// The caller's environment without the variables that would point git somewhere else.
    private static var environment: Environment {
        .inherit.updating([
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "/bin/true", "LC_ALL": "C.UTF-8", "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil,
            "GIT_OBJECT_DIRECTORY": nil, "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil, "GIT_NAMESPACE": nil, "GIT_COMMON_DIR": nil,
            "GIT_CONFIG_COUNT": nil, "GIT_CONFIG_PARAMETERS": nil, "GIT_EXTERNAL_DIFF": nil, "GIT_TRACE": nil,
        ])
    }
}
