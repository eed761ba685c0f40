package import Git
package import WikiCore

extension RevisionLine {
    /// A line of a page's history.
    /// - Parameters:
    ///   - path: the page's path now.
    ///   - older: the revision before, where there is one.
    ///   - isCurrent: whether it is the page's newest.
    package init(
        _ revision: Revision, of path: GitPath, notes: PushNotes, before older: Revision?, isCurrent: Bool, canChange: Bool,
        in context: ViewContext
    ) {
        self.init(
            id: revision.id.hex, path: path.bytes, author: revision.author, authorHref: revision.person.map { context.urls.person($0) },
            others: NamedPerson.all(revision.coAuthors, by: context.urls), pusher: notes.pusher(of: revision), seconds: Int(revision.time),
            summary: revision.summary, added: revision.added,
            removed: revision.removed, marks: Self.marks(revision, before: older), canChange: canChange, isCurrent: isCurrent, in: context)
    }

    private static func marks(_ revision: Revision, before older: Revision?) -> Set<Mark> {
        var marks: Set<Mark> = []
        if revision.isMerge { marks.insert(.merge) }
        if revision.isUnconfirmed { marks.insert(.unconfirmed) }
        if revision.blob == nil { marks.insert(.deleted) }
        if revision.old == nil, revision.blob != nil { marks.insert(older != nil && older?.blob == nil ? .restored : .created) }
        if let older, older.file != revision.file, revision.blob != nil { marks.insert(.moved) }
        return marks
    }
}
