import ArgumentParser
import Community

/// `stemma user delete`: the end of an account.
struct UserDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete an account for good.",
        discussion: """
            Its addresses, tokens, keys and sessions go, and nobody gets the name again. What it wrote stays, under the names that \
            stand in the history, which are in every clone. It asks first; where nobody can be asked, it needs --yes.
            """)

    @OptionGroup var place: AccountPlace

    @Flag(help: "Do not ask.")
    var yes = false

    func run() async throws {
        try await place.use { members, account, _ in
            let question = "Delete \(account.name) (\(account.displayName.printable)) for good?"
            guard try yes || Confirmation.agrees(question) else { throw Failure(.foundWrong, "Nothing was changed.") }
            try await members.accounts.delete(account.id, by: .program)
            print("\(account.name) is deleted.")
        }
    }
}
