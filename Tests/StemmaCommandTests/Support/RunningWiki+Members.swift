import Testing

/// People of a wiki, made on the command line as whoever runs it does.
extension RunningWiki {
    /// What everybody here takes for a password.
    static let password = "several quiet words"

    /// Runs a command of the program on the wiki's folder: its first words, the folder, and the rest.
    @discardableResult
    func stemma(_ words: [String], _ rest: [String] = [], input: String = "") throws -> ChildProcess.Result {
        let result = try StemmaProgram.run(words + [folder] + rest, input: input)
        try #require(result.code == 0, "stemma \(words.joined(separator: " ")): \(result.errors)")
        return result
    }

    /// Makes an account whose address is NAME@example.org, proved on the word of whoever runs the wiki.
    func add(_ name: String, _ role: String = "contributor") throws {
        let options = ["--role", role, "--email", "\(name)@example.org", "--password", Self.password]
        try stemma(["user", "add"], [name] + options)
    }

    /// Makes an account, and logs it in.
    func member(_ name: String, _ role: String = "contributor") throws -> Visitor {
        try add(name, role)
        let visitor = Visitor(self)
        try visitor.logsIn(name)
        return visitor
    }

    /// Makes an access token for an account.
    func token(_ name: String, _ scope: String = "write") throws -> String {
        try #require(try stemma(["token", "create"], [name, "--scope", scope]).lines.last)
    }

    /// Where git finds the wiki; with a name, a token for the password.
    func cloneAddress(_ name: String? = nil, token: String = "") -> String {
        "http://\(name.map { "\($0):\(token)@" } ?? "")127.0.0.1:\(port)/wiki.git"
    }

    /// Clones the wiki as an account, in whose name and address commits are made.
    /// - Parameter token: an access token; nil for a new one.
    func clone(as name: String, token known: String? = nil, to folder: String? = nil, _ options: String...) throws -> GitFolder {
        let token = try known ?? token(name)
        let path = place.path(folder ?? "\(name)-clone")
        let variables = GitFolder.author(name.capitalized, "\(name)@example.org")
        let made = try GitFolder.outcome(
            ["clone", "--quiet"] + options + ["--", cloneAddress(name, token: token), path], variables: variables)
        try #require(made.code == 0, "\(made.errors)")
        return GitFolder(path: path, variables: variables)
    }
}

extension String {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
