import ArgumentParser
import Community

/// `stemma token list`: the access tokens of an account.
struct TokenList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the access tokens of an account.",
        discussion: """
            One line a token: number, scope, last day or “expired”, day of the last use or “-”, name. The tokens themselves are not kept, and \
            so can't be shown.
            """)

    @OptionGroup var place: AccountPlace

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let tokens = try await place.use { members, account, _ in try await members.tokens.list(account: account.id) }
        let listing = TokenListing(tokens: tokens, now: Opening.now())
        try StandardOutput.write(json ? listing.json : listing.plain)
    }
}
