import ArgumentParser
import Community

/// `stemma user`: the accounts of a wiki.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Add, list and change accounts.",
        discussion: """
            An account has a name to log in with, which never changes, and a role; each role includes those before it:
              reader       reads, where reading needs an account
              contributor  edits
              reviewer     confirms whose work a push was, and makes tags
              moderator    blocks people, and invites them
              admin        everything

            A running server notices changes by itself.

            The first admin:  stemma user add my-wiki ada --role admin
            """,
        subcommands: [
            UserAdd.self, UserList.self, UserRole.self, UserPassword.self, UserDisable.self, UserEnable.self, UserDelete.self,
        ])
}

extension Role: ExpressibleByArgument {}
