/// People of a wiki, made on the command line.
struct WikiAccounts {
    /// What everybody here takes for a password.
    static let password = "several quiet words"

    private let bench: Bench
    private let wiki: String

    /// - Parameter wiki: the data folder.
    init(_ bench: Bench, wiki: String) {
        self.bench = bench
        self.wiki = wiki
    }

    /// Makes a contributor, whose address is NAME@example.org.
    func add(_ name: String) throws {
        try run(["user", "add", wiki, name, "--email", "\(name)@example.org", "--password", Self.password])
    }

    /// Makes an access token with which an account may push.
    func token(_ name: String) throws -> String {
        let lines = try run(["token", "create", wiki, name, "--scope", "write"]).split(separator: "\n")
        guard let token = lines.last else { throw BenchmarkFailure("`stemma token create` printed no token.") }
        return String(token)
    }

    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        try Command(bench.program, arguments, in: bench.folder).run().text
    }
}
