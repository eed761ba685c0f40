import Community
import Presentation
import WebServer

/// How the command line lists accounts.
struct AccountListing {
    let accounts: [Account]

    /// One line an account.
    var plain: String {
        var table = TextTable(["name", "role", "state", "last use", "address", "shown as"])
        for account in accounts {
            let mark = account.email != nil && !account.isEmailConfirmed ? " (?)" : ""
            table.add([
                account.name, account.role.rawValue, account.state.rawValue, account.lastSeen.map(Self.day) ?? "",
                (account.email ?? "") + mark, account.displayName,
            ])
        }
        return table.text
    }

    /// One document.
    var json: String {
        let value: JSONValue = ["accounts": .array(accounts.map(Self.value))]
        return String(decoding: value.encoded, as: UTF8.self) + "\n"
    }

    private static func value(_ account: Account) -> JSONValue {
        [
            "id": .int(Int(account.id)), "name": .string(account.name), "display_name": .string(account.displayName),
            "role": .string(account.role.rawValue), "state": .string(account.state.rawValue), "email": JSONValue(account.email),
            "email_confirmed": .bool(account.isEmailConfirmed), "created": .time(account.created),
            "last_seen": account.lastSeen.map(JSONValue.time) ?? .null,
        ]
    }

    private static func day(_ seconds: Int64) -> String { CivilDate(seconds: Int(seconds)).isoDay }
}
