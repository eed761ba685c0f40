import Git
package import WikiCore

extension FeedEntry {
    /// A revision of a page, for its feed.
    package init(_ revision: Revision, of path: [UInt8], title: String, notes: PushNotes, in context: ViewContext) {
        self.init(
            id: revision.id.hex, path: path, title: title, author: revision.author, others: revision.coAuthors.map(\.name),
            pusher: notes.pusher(of: revision), isUnconfirmed: revision.isUnconfirmed, seconds: Int(revision.time),
            summary: revision.summary, in: context)
    }
}

extension RecentCommits {
    /// How many pages of one commit a feed names.
    private static let feedPages = 10

    /// An entry for each page.
    package func feedEntries(notes: PushNotes, in context: ViewContext) -> [FeedEntry] {
        pages.prefix(Self.feedPages).map { page in
            // A static site without a past has no difference to lead to.
            let hasChange = !context.urls.diff(page.path.bytes, to: commit.id.hex).utf8.isEmpty
            return FeedEntry(
                id: commit.id.hex, path: page.path.bytes, title: page.title, author: commit.author,
                others: commit.coAuthors.map(\.name), pusher: notes.pusher(of: commit), isUnconfirmed: commit.isUnconfirmed,
                seconds: Int(commit.time), summary: commit.summary,
                address: hasChange ? nil : context.urls.absolute(context.urls.page(page.path.bytes)), in: context)
        }
    }
}
