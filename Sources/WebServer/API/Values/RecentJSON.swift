import Git
import Presentation
import WikiCore

/// The latest changes as JSON, newest first.
struct RecentJSON {
    /// How many pages of one commit are named; a push may touch thousands.
    private static let pageLimit = 20

    let value: JSONValue

    init(_ changes: [RecentCommits], notes: PushNotes, next: ListCursor?) {
        value = ["changes": .array(changes.map { Self.change($0, notes) }), "next": .next(next)]
    }

    private static func change(_ change: RecentCommits, _ notes: PushNotes) -> JSONValue {
        let commit = change.commit
        return [
            "id": .string(commit.id.hex), "author": .string(commit.author),
            "co_authors": .array(commit.coAuthors.map { .string($0.name) }), "account": JSONValue(commit.account),
            "confirmed": .bool(!commit.isUnconfirmed), "pushed_by": JSONValue(notes.pusher(of: commit)), "date": .time(commit.time),
            "summary": .string(commit.summary),
            "merge": .bool(commit.isMerge), "files": .int(commit.touched), "page_count": .int(change.pages.count),
            "pages": .array(change.pages.prefix(pageLimit).map(page)),
        ]
    }

    private static func page(_ page: CommitPage) -> JSONValue {
        let kind = page.blob == nil ? "deleted" : page.old == nil ? "created" : "edited"
        return .object(
            PathJSON(page.path).members + [
                JSONMember(name: "title", value: .string(page.title)), JSONMember(name: "kind", value: .string(kind)),
            ])
    }
}
