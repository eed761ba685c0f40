import ArgumentParser
import Community

/// `stemma audit`: who did what, when and from where.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Show who did what, when and from where.",
        discussion: """
            The log tells of logins and failed ones, of accounts, roles, tokens and keys, of invitations and links, of pushes, of requests that \
            were denied and of files that a rule protects. The newest line comes first: time (UTC), action, who, whom or what it was done to, \
            network address, more about it; “-” stands for what is not there. “stemma” is the command line.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Option(help: ArgumentHelp("At most this many lines.", valueName: "N"))
    var limit = 100

    @Option(help: ArgumentHelp("Only what this account did.", valueName: "NAME"))
    var actor: String?

    @Option(
        help: ArgumentHelp(
            "Only this action, such as push.refused, or all that begin with a word: push, login, account.", valueName: "ACTION"))
    var action: String?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a number from 1 on.") }
    }

    func run() async throws {
        let entries = try await Opening(directory).useMembers { members, _ in
            try await members.audit.entries(limit: limit, actor: actor, action: action)
        }
        let listing = AuditListing(entries: entries)
        try StandardOutput.write(json ? listing.json : listing.plain)
    }
}
