import ArgumentParser
import Community

/// `stemma token revoke`: ends an access token.
struct TokenRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "End an access token for good.", discussion: "It stops working with the next request.")

    @OptionGroup var place: AccountPlace

    @Argument(help: ArgumentHelp("The number of the token, as `stemma token list` shows it.", valueName: "NUMBER"))
    var number: Int64

    func run() async throws {
        try await place.use { members, owner, _ in
            guard try await members.tokens.list(account: owner.id).contains(where: { $0.id == number }) else {
                throw Failure(.foundWrong, "\(owner.name) has no token \(number). `stemma token list` shows them all.")
            }
            try await members.tokens.revoke(number, of: owner.id, by: .program)
            print("Token \(number) of \(owner.name) works no more.")
        }
    }
}
