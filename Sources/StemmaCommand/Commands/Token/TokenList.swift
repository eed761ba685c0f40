import ArgumentParser
import Community
import Presentation

/// `stemma token list`: the access tokens of an account.
struct TokenList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the access tokens of an account.",
        discussion: """
            One line a token: number, scope, last day or “expired”, day of the last use or “-”, name. The tokens themselves are not kept, and \
            so can't be shown.
            """)

    @OptionGroup var place: AccountPlace

    func run() async throws {
        let tokens = try await place.use { members, account, _ in try await members.tokens.list(account: account.id) }
        var table = TextTable()
        let now = Opening.now()
        for token in tokens {
            let end = token.expires <= now ? "expired" : Self.day(token.expires)
            table.add(["\(token.id)", token.scope.rawValue, end, token.lastUsed.map(Self.day) ?? "", token.name])
        }
        print(table.text, terminator: "")
    }

    private static func day(_ seconds: Int64) -> String { CivilDate(seconds: Int(seconds)).isoDay }
}
