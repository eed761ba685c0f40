import ArgumentParser
import Community

/// `stemma user add`: a new account.
struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make an account.",
        discussion: """
            Without --password or --link the password is asked for at the terminal, or read from the first line of standard input.

            A password in --password can be seen by others on this machine while the command runs, and stays in the shell's history.

            --link sets none, but prints a link with which the person chooses one, on the last line; it works once, within a day.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(
        help: ArgumentHelp("The name to log in with: a–z, 0–9, “-”, “_” and “.”, a letter first. It never changes.", valueName: "NAME"))
    var name: String

    @Option(help: ArgumentHelp("What the account may do.", valueName: "ROLE"))
    var role = Role.contributor

    @Option(
        help: ArgumentHelp(
            "The person's address, taken for theirs on your word: work in the history under it joins the account.", valueName: "ADDRESS"))
    var email: String?

    @Option(help: ArgumentHelp("The name that edits are shown under; the account's name where it is not given.", valueName: "TEXT"))
    var displayName: String?

    @Option(help: ArgumentHelp("The password.", valueName: "TEXT"))
    var password: String?

    @Flag(help: "Print a link with which the person chooses the password.")
    var link = false

    func validate() throws {
        if link, password != nil { throw ValidationError("Give --password or --link, not both.") }
    }

    func run() async throws {
        let opening = try Opening(directory)
        try opening.requireWiki()
        let secret = link ? nil : try PasswordInput(name: name).read(option: password)
        try await opening.useMembers { members, configuration in
            let account = try await members.accounts.create(
                name: name, displayName: displayName ?? "", email: email, password: secret, role: role, by: .program)
            print("Added \(account.name) as \(account.role.rawValue).")
            if link { try await PasswordLink(account).print(members, configuration) }
        }
    }
}
