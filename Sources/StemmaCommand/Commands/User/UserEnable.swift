import ArgumentParser
import Community

/// `stemma user enable`: lets an account in again.
struct UserEnable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let an account in again that was disabled or blocked.",
        discussion: "Its access tokens and keys work again; the person logs in anew.")

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The account.", valueName: "NAME"))
    var name: String

    func run() async throws {
        try await Opening(directory).useMembers { members, _ in
            let account = try await members.accounts.setState(.active, of: members.accounts.named(name).id, by: .program)
            print("\(account.name) can log in.")
        }
    }
}
