import ArgumentParser
import Community

/// `stemma user role`: another role for an account.
struct UserRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Give an account another role.",
        discussion: "It counts from the next request on. The last admin who can log in stays one.")

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The account.", valueName: "NAME"))
    var name: String

    @Argument(help: ArgumentHelp("The new role.", valueName: "ROLE"))
    var role: Role

    func run() async throws {
        try await Opening(directory).useMembers { members, _ in
            let account = try await members.accounts.setRole(role, of: members.accounts.named(name).id, by: .program)
            print("\(account.name) has the role \(account.role.rawValue) now.")
        }
    }
}
