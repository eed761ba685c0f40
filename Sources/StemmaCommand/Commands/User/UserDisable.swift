import ArgumentParser
import Community

/// `stemma user disable`: shuts an account out.
struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Shut an account out until it is enabled again.",
        discussion: "Its sessions end at once; its access tokens, keys and links stop working. What it wrote stays.")

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The account.", valueName: "NAME"))
    var name: String

    func run() async throws {
        try await Opening(directory).useMembers { members, _ in
            let account = try await members.accounts.setState(.disabled, of: members.accounts.named(name).id, by: .program)
            print("\(account.name) is disabled. `stemma user enable` lets the account in again.")
        }
    }
}
