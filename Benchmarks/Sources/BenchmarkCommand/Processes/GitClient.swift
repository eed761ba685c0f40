/// A git client that knows nobody's settings and asks nobody anything.
struct GitClient {
    /// Takes what it prints while it runs.
    let folder: TemporaryFolder

    /// Runs it to its end.
    /// - Parameter token: an access token to send unasked, so that the same requests go to whoever is asked.
    @discardableResult
    func run(_ arguments: [String], token: String? = nil) throws -> Command.Outcome {
        try Command("git", Self.options(token) + arguments, in: folder).run(environment: Self.environment)
    }

    /// Starts a bare clone.
    func startClone(of address: String, to clone: String) throws -> ChildProcess {
        let log = folder.newPath("clone.log")
        return try ChildProcess(
            "git", Self.options(nil) + Self.clone(address, clone), environment: Self.environment, output: log, errors: log)
    }

    /// Makes a bare clone, measures how long that takes, and removes it.
    func timeClone(of address: String) throws -> Duration {
        let clone = folder.newPath("clone.git")
        defer { _ = try? Command("rm", ["-rf", "--", clone], in: folder).run() }
        return try run(Self.clone(address, clone)).duration
    }

    private static func clone(_ address: String, _ clone: String) -> [String] {
        ["clone", "--quiet", "--bare", address, clone]
    }

    private static func options(_ token: String?) -> [String] {
        ["-c", "http.proxy="] + (token.map { ["-c", "http.extraHeader=Authorization: Bearer \($0)"] } ?? [])
    }

    private static let environment = ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0"]
}
