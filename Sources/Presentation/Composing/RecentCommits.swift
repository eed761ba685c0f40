import Git
package import WikiCore
import Wording

/// A commit in the list of recent changes, with the pages it touches.
package struct RecentCommits: Sendable {
    /// What was done.
    package let commit: CommitRecord
    /// None where it touches nothing but parts and other files: then the commit itself is what a list leads to.
    package let pages: [CommitPage]

    package init(commit: CommitRecord, pages: [CommitPage]) {
        self.commit = commit
        self.pages = pages
    }

    /// Commits, newest first, with their pages.
    package static func read(_ snapshot: WikiSnapshot, before: Int64?, limit: Int) throws -> [RecentCommits] {
        try snapshot.index.recent(before: before ?? .max, limit: limit).map {
            RecentCommits(commit: $0, pages: try snapshot.index.pages(of: $0.place).filter { !$0.isPart })
        }
    }

    /// Somebody's commits, newest first, with their pages.
    package static func read(_ snapshot: WikiSnapshot, by person: Person, before: Int64?, limit: Int) throws -> [RecentCommits] {
        try snapshot.index.recent(by: person, before: before ?? .max, limit: limit).map {
            RecentCommits(commit: $0, pages: try snapshot.index.pages(of: $0.place).filter { !$0.isPart })
        }
    }

    /// The same with those pages alone that may be named; nil for a commit that touched pages, none of which may.
    package func naming(_ isShown: (Int64) -> Bool) -> RecentCommits? {
        let shown = pages.filter { isShown($0.page) }
        return shown.isEmpty && !pages.isEmpty ? nil : RecentCommits(commit: commit, pages: shown)
    }

    /// The line that a list shows.
    package func line(in context: ViewContext, notes: PushNotes, canChange: Bool) -> RevisionLine {
        let first = pages.first
        var marks: Set<RevisionLine.Mark> = []
        if commit.isMerge { marks.insert(.merge) }
        if let first, first.old == nil, first.blob != nil { marks.insert(.created) }
        if let first, first.blob == nil { marks.insert(.deleted) }
        if commit.isUnconfirmed { marks.insert(.unconfirmed) }
        return RevisionLine(
            id: commit.id.hex, path: first?.path.bytes ?? [], title: title(context), author: commit.author,
            authorHref: commit.person.map { context.urls.person($0) }, others: NamedPerson.all(commit.coAuthors, by: context.urls),
            pusher: notes.pusher(of: commit), seconds: Int(commit.time), summary: commit.summary, marks: marks,
            canChange: canChange && first != nil, in: context)
    }

    /// The pages that it changed, in a few words.
    package func title(_ context: ViewContext) -> String {
        guard let first = pages.first else { return context.words.text("recent.files", ["count": .number(commit.touched)]) }
        guard pages.count > 1 else { return first.title }
        return context.words.text("recent.titleAndMore", ["title": .text(first.title), "count": .number(pages.count - 1)])
    }
}
