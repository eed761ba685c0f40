import ArgumentParser
import Community

/// `stemma user disable`: shuts an account out.
struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Shut an account out until it is enabled again.",
        discussion: "Its sessions end at once; its access tokens, keys and links stop working. What it wrote stays.")

    @OptionGroup var place: AccountPlace

    func run() async throws {
        try await place.use { members, account, _ in
            let account = try await members.accounts.setState(.disabled, of: account.id, by: .program)
            print("\(account.name) is disabled. `stemma user enable` lets the account in again.")
        }
    }
}
