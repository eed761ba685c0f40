import ArgumentParser
import Community

/// `stemma user enable`: lets an account in again.
struct UserEnable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let an account in again that was disabled or blocked.",
        discussion: "Its access tokens and keys work again; the person logs in anew.")

    @OptionGroup var place: AccountPlace

    func run() async throws {
        try await place.use { members, account, _ in
            let account = try await members.accounts.setState(.active, of: account.id, by: .program)
            print("\(account.name) can log in.")
        }
    }
}
