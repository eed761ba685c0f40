import ArgumentParser
import Community

/// `stemma user password`: a new password for an account.
struct UserPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Set a password, or make a link with which the person sets one.",
        discussion: """
            Without --password or --link the password is asked for at the terminal, or read from the first line of standard input. \
            All sessions of the account end; its access tokens and keys go on working.

            --link changes nothing yet, but prints a link on the last line; it works once, within a day.
            """)

    @OptionGroup var place: AccountPlace

    @Option(help: ArgumentHelp("The password. Others on this machine can see it while the command runs.", valueName: "TEXT"))
    var password: String?

    @Flag(help: "Print a link with which the person chooses the password.")
    var link = false

    func validate() throws {
        if link, password != nil { throw ValidationError("Give --password or --link, not both.") }
    }

    func run() async throws {
        try await place.use { members, account, configuration in
            if link { return try await PasswordLink(account).print(members, configuration) }
            let secret = try PasswordInput(name: account.name).read(option: password)
            try await members.accounts.setPassword(of: account.id, to: secret, by: .program)
            print("\(account.name) has a new password. All sessions of the account have ended.")
        }
    }
}
