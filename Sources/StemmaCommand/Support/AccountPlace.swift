import ArgumentParser
import Community
import WikiCore

/// The arguments of a command about one account: in which wiki, and which.
struct AccountPlace: ParsableArguments {
    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The account.", valueName: "NAME"))
    var name: String

    /// Opens the people of that wiki, and lends them with the account.
    func use<Value>(_ body: (Members, Account, Configuration) async throws -> Value) async throws -> Value {
        try await Opening(directory).useMembers { members, configuration in
            try await body(members, members.accounts.named(name), configuration)
        }
    }
}
