import ArgumentParser
import Community

/// `stemma token`: access tokens, with which programs act for somebody.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make, list and revoke access tokens.",
        discussion: """
            A token lets a program act for a person: as the password of git over HTTP, and as “Authorization: Bearer …” for the JSON API. \
            Its scope says how much of the person's rights it carries:
              read    reading
              write   reading, editing and reviewing
              admin   everything that the person may do
            """,
        subcommands: [TokenCreate.self, TokenList.self, TokenRevoke.self])
}

extension TokenScope: ExpressibleByArgument {}
