import Community
import Presentation
import WebServer

/// How the command line lists access tokens.
struct TokenListing {
    let tokens: [AccessToken]
    /// In seconds since 1970.
    let now: Int64

    /// One line a token.
    var plain: String {
        var table = TextTable(["number", "scope", "until", "last use", "name"])
        for token in tokens {
            let end = token.expires <= now ? "expired" : Self.day(token.expires)
            table.add(["\(token.id)", token.scope.rawValue, end, token.lastUsed.map(Self.day) ?? "", token.name])
        }
        return table.text
    }

    /// One document.
    var json: String {
        let value: JSONValue = ["tokens": .array(tokens.map(Self.value))]
        return String(decoding: value.encoded, as: UTF8.self) + "\n"
    }

    private static func value(_ token: AccessToken) -> JSONValue {
        [
            "id": .int(Int(token.id)), "name": .string(token.name), "scope": .string(token.scope.rawValue), "expires": .time(token.expires),
            "last_used": token.lastUsed.map(JSONValue.time) ?? .null,
        ]
    }

    private static func day(_ seconds: Int64) -> String { CivilDate(seconds: Int(seconds)).isoDay }
}
