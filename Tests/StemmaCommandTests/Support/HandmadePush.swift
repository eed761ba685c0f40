import Testing

/// A push put together by hand, as no git client would send it.
struct HandmadePush {
    /// What stands for nothing: a reference that is not there, or shall go.
    static let nothing = String(repeating: "0", count: 40)

    /// What shall become of which references.
    var commands: [(old: String, new: String, name: String)]
    /// What the client says that it understands.
    var capabilities = "report-status side-band-64k agent=story"
    /// The objects.
    var pack: [UInt8] = []

    /// A push of a clone's commit to the branch.
    init(of clone: GitFolder, _ revision: String = "HEAD", onto old: String, name: String = "refs/heads/main") throws {
        let new = try clone.id(revision)
        commands = [(old, new, name)]
        let made = try GitFolder.outcome(
            ["-C", clone.path, "pack-objects", "--revs", "--stdout", "--quiet"], input: Array("\(new)\n^\(old)\n".utf8))
        try #require(made.code == 0, "\(made.errors)")
        pack = made.output
    }

    /// The commands, and what ends them.
    var head: [UInt8] {
        let lines = commands.enumerated().map { number, command -> [UInt8] in
            let line = "\(command.old) \(command.new) \(command.name)"
            return Array(line.utf8) + (number == 0 ? [0] + Array(" \(capabilities)".utf8) : [])
        }
        return lines.flatMap(Self.packet) + Array("0000".utf8)
    }

    var body: [UInt8] { head + pack }

    /// A line with its length before it, as git's protocol has it.
    static func packet(_ line: [UInt8]) -> [UInt8] {
        let digits = String(line.count + 4, radix: 16)
        return Array((String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8) + line
    }

    static func packet(_ line: String) -> [UInt8] { packet(Array(line.utf8)) }

    /// Sends it.
    /// - Parameter body: what to send instead.
    func send(to wiki: RunningWiki, token: String, _ fields: [(String, String)] = [], body: [UInt8]? = nil) throws -> Answer {
        let usual = [("Authorization", "Bearer \(token)"), ("Content-Type", "application/x-git-receive-pack-request")]
        let own = usual.filter { field in !fields.contains { $0.0 == field.0 } }
        return try Visitor(wiki).send("POST", "/wiki.git/git-receive-pack", own + fields, body ?? self.body)
    }
}
