/// The `git` program on one repository: the other opinion on everything that the product does to it.
package struct RealGit: Sendable {
    /// What git said where it failed.
    package struct Failure: Error, CustomStringConvertible {
        /// The command, and what git said.
        package let description: String
    }

    /// The folder of the bare repository.
    package let directory: String

    /// Names a repository that is there.
    package init(_ directory: String) {
        self.directory = directory
    }

    /// Makes a bare repository whose HEAD names `main`, which is not born.
    package static func create(_ directory: String) throws -> RealGit {
        _ = try run(["init", "--quiet", "--bare", "--initial-branch=main", directory])
        return RealGit(directory)
    }

    /// Runs git, and gives back its standard output without the last newline.
    @discardableResult
    package func callAsFunction(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> String {
        let output = try bytes(arguments, input: Array(input.utf8), environment: environment)
        return String(decoding: output.last == 10 ? output.dropLast() : output[...], as: UTF8.self)
    }

    /// Runs git, and gives back the bytes of its standard output.
    package func bytes(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) throws -> [UInt8] {
        try Self.run(["--git-dir", directory] + arguments, input: input, environment: environment)
    }

    /// Runs git, and says whether it ended well.
    package func succeeds(_ arguments: String...) throws -> Bool {
        try ChildProcess.run("git", ["--git-dir", directory] + arguments, environment: Self.quiet).status == 0
    }

    /// Checks every object as strictly as git can; throws what it complains of.
    package func check() throws {
        try self("fsck", "--strict", "--no-dangling", "--no-progress")
    }

    private static let quiet = [
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "LC_ALL": "C.UTF-8", "GIT_AUTHOR_NAME": "Ann",
        "GIT_AUTHOR_EMAIL": "ann@example.org", "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@example.org",
        "GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "1700000000 +0000",
    ]

    private static func run(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) throws -> [UInt8] {
        let outcome = try ChildProcess.run(
            "git", arguments, input: input, environment: quiet.merging(environment) { $1 })
        guard outcome.status == 0 else { throw Failure(description: "git \(arguments): \(outcome.status) \(outcome.error)") }
        return outcome.output
    }
}
