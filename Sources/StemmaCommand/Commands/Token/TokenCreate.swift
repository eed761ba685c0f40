import ArgumentParser
import Community
import Presentation

/// `stemma token create`: a new access token.
struct TokenCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an access token, and print it.",
        discussion: """
            The token stands alone on the last line, and is shown this once:
              TOKEN=$(stemma token create my-wiki ada --scope write | tail -n 1)
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The account that it acts for.", valueName: "NAME"))
    var account: String

    @Option(help: ArgumentHelp("How much of the account's rights it carries.", valueName: "SCOPE"))
    var scope: TokenScope

    @Option(help: ArgumentHelp("After how many days it stops working.", valueName: "DAYS"))
    var expires = Int(AccessTokens.defaultLifetime / Self.day)

    @Option(help: ArgumentHelp("What it is for, so that it is known again in the list.", valueName: "TEXT"))
    var name = "From the command line"

    private static let day: Int64 = 86_400
    private static let mostDays = Int(AccessTokens.longestLifetime / day)

    func validate() throws {
        guard 1...Self.mostDays ~= expires else { throw ValidationError("--expires takes a number of days from 1 to \(Self.mostDays).") }
    }

    func run() async throws {
        try await Opening(directory).useMembers { members, _ in
            let owner = try await members.accounts.named(account)
            let end = Opening.now() + Int64(expires) * Self.day
            let made = try await members.tokens.create(account: owner.id, name: name, scope: scope, expires: end, by: .program)
            let day = CivilDate(seconds: Int(made.token.expires)).isoDay
            print("Token \(made.token.id) of \(owner.name), scope \(scope.rawValue), until \(day). It is shown this once:")
            print(made.secret)
        }
    }
}
