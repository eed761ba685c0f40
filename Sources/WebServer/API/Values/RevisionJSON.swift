import Git
package import WikiCore

/// A revision of a page as JSON: who, when, why, and how much.
package struct RevisionJSON: Sendable {
    /// The object.
    package let value: JSONValue

    /// - Parameters:
    ///   - layout: tells the page's path as of then from its file.
    ///   - pusher: who pushed it, where that is somebody else than the author.
    package init(_ revision: Revision, layout: PagesLayout, pusher: String? = nil) {
        let kind = revision.blob == nil ? "deleted" : revision.old == nil ? "created" : "edited"
        let members = [
            JSONMember(name: "id", value: .string(revision.id.hex)),
            JSONMember(name: "number", value: .int(revision.number)),
            JSONMember(name: "author", value: .string(revision.author)),
            JSONMember(name: "co_authors", value: .array(revision.coAuthors.map { .string($0.name) })),
            JSONMember(name: "account", value: JSONValue(revision.account)),
            JSONMember(name: "confirmed", value: .bool(!revision.isUnconfirmed)),
            JSONMember(name: "pushed_by", value: JSONValue(pusher)),
            JSONMember(name: "date", value: .time(revision.time)),
            JSONMember(name: "summary", value: .string(revision.summary)),
            JSONMember(name: "kind", value: .string(kind)),
            JSONMember(name: "merge", value: .bool(revision.isMerge)),
            JSONMember(name: "added", value: revision.added.map(JSONValue.int) ?? .null),
            JSONMember(name: "removed", value: revision.removed.map(JSONValue.int) ?? .null),
        ]
        value = .object(members + PathJSON(layout.pagePath(of: revision.file)).members)
    }
}
