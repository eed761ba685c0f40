import ArgumentParser
import Community

/// `stemma user role`: another role for an account.
struct UserRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Give an account another role.",
        discussion: "It counts from the next request on. The last admin who can log in stays one.")

    @OptionGroup var place: AccountPlace

    @Argument(help: ArgumentHelp("The new role.", valueName: "ROLE"))
    var role: Role

    func run() async throws {
        try await place.use { members, account, _ in
            let account = try await members.accounts.setRole(role, of: account.id, by: .program)
            print("\(account.name) has the role \(account.role.rawValue) now.")
        }
    }
}
