import ArgumentParser
import Community
import WebServer

/// `stemma user list`: who has an account.
struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the accounts.",
        discussion: """
            One line an account: name, role, state, day of the last use, e-mail address, display name. “-” stands for what is not there, \
            and (?) behind an address that nobody has confirmed.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("Only accounts with this in their name, display name or address.", valueName: "TEXT"))
    var words: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let accounts = try await Opening(directory).useMembers { members, _ in try await members.accounts.everyone(matching: words) }
        let listing = AccountListing(accounts: accounts)
        try StandardOutput.write(json ? listing.json : listing.plain)
    }
}

extension Accounts {
    /// All living accounts in the order of their names.
    func everyone(matching words: String? = nil) async throws -> [Account] {
        var result: [Account] = []
        while true {
            let more = try await all(after: result.last?.name, limit: 500, matching: words)
            guard !more.isEmpty else { return result }
            result += more
        }
    }
}
