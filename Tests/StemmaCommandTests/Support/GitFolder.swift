import Testing

/// A repository as a person sees it who has nothing but git.
struct GitFolder {
    let path: String
    /// What git finds in its environment besides: another author, another way to a server.
    var variables: [String: String] = [:]

    private static let settings = [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "no_proxy": "127.0.0.1,localhost",
        "LC_ALL": "C.UTF-8",
    ].merging(author("Ada", "ada@example.org")) { $1 }

    /// The environment of somebody who commits.
    static func author(_ name: String, _ email: String) -> [String: String] {
        ["GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email, "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": email]
    }

    /// An empty repository in a new folder.
    static func new(_ path: String, bare: Bool = true, branch: String = "main") throws -> GitFolder {
        let arguments = ["init", "--quiet", "--initial-branch=\(branch)"] + (bare ? ["--bare"] : []) + [path]
        _ = try git(arguments)
        return GitFolder(path: path)
    }

    /// A clone of a repository, with its files.
    static func clone(_ source: String, to path: String, _ options: String..., variables: [String: String] = [:]) throws -> GitFolder {
        _ = try git(["clone", "--quiet"] + options + ["--", source, path], variables: variables)
        return GitFolder(path: path, variables: variables)
    }

    /// Runs git in the folder; a failure is one of the test.
    @discardableResult
    func run(_ arguments: String..., input: [UInt8] = []) throws -> ChildProcess.Result {
        try Self.git(["-C", path] + arguments, input: input, variables: variables)
    }

    /// Runs git in the folder; true where it did what it was told.
    func attempt(_ arguments: String...) throws -> Bool { try Self.outcome(["-C", path] + arguments, variables: variables).code == 0 }

    /// Runs git in the folder, whatever comes of it.
    func outcome(_ arguments: String..., seconds: Int = 60) throws -> ChildProcess.Result {
        try Self.outcome(["-C", path] + arguments, variables: variables, seconds: seconds)
    }

    /// Runs git anywhere, whatever comes of it.
    static func outcome(
        _ arguments: [String], input: [UInt8] = [], variables: [String: String] = [:], seconds: Int = 60
    ) throws -> ChildProcess.Result {
        try ChildProcess("git", arguments, input: input, environment: settings.merging(variables) { $1 }).wait(seconds: seconds)
    }

    /// Starts a script of the shell in the folder.
    func start(script: String, _ arguments: String...) throws -> ChildProcess {
        try ChildProcess(
            "sh", ["-c", script, "sh"] + arguments, environment: Self.settings.merging(variables) { $1 }, directory: path)
    }

    /// Writes, adds and commits files of a working folder.
    func commit(_ files: [String: String], message: String = "Change files") throws {
        for (name, text) in files {
            let folder = name.split(separator: "/").dropLast().joined(separator: "/")
            _ = try ChildProcess("mkdir", ["-p", "\(path)/\(folder)"]).wait()
            _ = try ChildProcess("cp", ["/dev/stdin", "\(path)/\(name)"], input: Array(text.utf8)).wait()
        }
        try run("add", "--all")
        try run("commit", "--quiet", "--message", message)
    }

    /// The subjects of all commits of a branch, newest first.
    func subjects(_ revision: String = "HEAD") throws -> [String] { try run("log", "--format=%s", revision).lines }

    /// The bytes of a file in a revision.
    func bytes(_ file: String, in revision: String = "HEAD") throws -> [UInt8] { try run("cat-file", "blob", "\(revision):\(file)").output }

    func text(_ file: String, in revision: String = "HEAD") throws -> String {
        String(decoding: try bytes(file, in: revision), as: UTF8.self)
    }

    /// The id of a revision.
    func id(_ revision: String = "HEAD") throws -> String { try #require(try run("rev-parse", "--verify", revision).lines.first) }

    /// The names of all files in a revision.
    func files(_ revision: String = "HEAD") throws -> [String] {
        try run("ls-tree", "-r", "-z", "--name-only", revision).text.split(separator: "\0").map(String.init)
    }

    private static func git(_ arguments: [String], input: [UInt8] = [], variables: [String: String] = [:]) throws -> ChildProcess.Result {
        let result = try outcome(arguments, input: input, variables: variables)
        try #require(result.code == 0, "git \(arguments.joined(separator: " ")): \(result.errors)")
        return result
    }
}
