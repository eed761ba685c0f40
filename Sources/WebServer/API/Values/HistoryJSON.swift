package import Git
package import WikiCore

/// The revisions of a page as JSON, newest first: what the API and `stemma history --json` give.
package struct HistoryJSON: Sendable {
    /// The object.
    package let value: JSONValue

    /// - Parameters:
    ///   - path: the page's path today, or the last it had.
    ///   - next: the cursor to older ones; nil where these are all.
    ///   - pusher: who pushed a revision, where that is somebody else than its author.
    package init(
        path: GitPath, revisions: [Revision], layout: PagesLayout, next: String? = nil, pusher: (Revision) -> String? = { _ in nil }
    ) {
        let list = revisions.map { RevisionJSON($0, layout: layout, pusher: pusher($0)).value }
        value = .object(
            PathJSON(path).members + [JSONMember(name: "revisions", value: .array(list)), JSONMember(name: "next", value: JSONValue(next))])
    }
}
