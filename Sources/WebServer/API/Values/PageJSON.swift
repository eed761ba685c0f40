import Git
import Markup
import Presentation
import WikiCore

/// One page at one revision as JSON.
struct PageJSON {
    /// The page's path as of then.
    let path: GitPath
    /// What it is called.
    let title: String
    /// Its text; shown as `null` where it is no UTF-8.
    let markdown: [UInt8]
    /// The article.
    let html: SafeHTML
    /// The commit that made this text.
    let revision: Revision
    /// Who wrote the page: by their words where these are known, else by their edits.
    let contributors: [Contributor]
    /// The page's address for people.
    let address: String

    var value: JSONValue {
        let members = [
            JSONMember(name: "title", value: .string(title)),
            JSONMember(name: "markdown", value: .markdown(markdown)),
            JSONMember(name: "html", value: .string(html.string)),
            JSONMember(name: "revision", value: .string(revision.id.hex)),
            JSONMember(name: "updated", value: .time(revision.time)),
            JSONMember(name: "contributors", value: .array(contributors.map(Self.contributor))),
            JSONMember(name: "url", value: .string(address)),
        ]
        return .object(PathJSON(path).members + members)
    }

    private static func contributor(_ contributor: Contributor) -> JSONValue {
        [
            "name": .string(contributor.name), "account": JSONValue(contributor.account), "confirmed": .bool(!contributor.isUnconfirmed),
            "edits": .int(contributor.edits), "share": contributor.share.map { .double(JSONValue.rounded($0)) } ?? .null,
        ]
    }
}
