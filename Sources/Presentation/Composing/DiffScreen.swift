package import Git
package import WikiCore

/// Makes the page that compares two revisions.
package struct DiffScreen {
    private let source: ScreenSource
    private let notes: PushNotes
    private let mayEdit: Bool

    /// - Parameter mayEdit: whether readers are offered to undo and restore.
    package init(source: ScreenSource, notes: PushNotes, mayEdit: Bool) {
        self.source = source
        self.notes = notes
        self.mayEdit = mayEdit
    }

    /// The screen, its title and the path of the page. Blocking.
    /// - Parameters:
    ///   - from: what the address says of the older side; nil where it is the revision before.
    ///   - rendered: the difference as it reads, where that is chosen.
    package func make(
        _ comparison: PageComparison, _ snapshot: WikiSnapshot, from: String?, choice: DiffChoice, rendered: RenderedDiffView? = nil
    ) throws -> (view: DiffView, title: String, path: GitPath) {
        let context = source.context
        let urls = context.urls
        let path = comparison.path
        let neighbours = try snapshot.index.neighbours(of: comparison.page, place: comparison.to.place)
        let fromID = from == nil ? nil : comparison.from?.id.hex
        let body = rendered == nil ? body(comparison, choice, fromID) : nil
        let isStep = from == nil || comparison.from?.place == neighbours.older?.place
        let restorable = comparison.from ?? neighbours.older
        let view = DiffView(
            path: path.bytes, title: comparison.title, old: comparison.from.map { line($0, path) }, new: line(comparison.to, path),
            fromID: fromID, toID: comparison.to.id.hex, body: body, choice: choice, rendered: rendered,
            newer: isStep ? neighbours.newer.map { urls.diff(path.bytes, to: $0.id.hex) } : nil,
            older: isStep ? neighbours.older.map { urls.diff(path.bytes, to: $0.id.hex) } : nil,
            undo: isStep && mayEdit ? urls.undo(path.bytes, revision: comparison.to.id.hex) : nil,
            restore: mayEdit ? restorable.flatMap { $0.blob == nil ? nil : urls.restore(path.bytes, revision: $0.id.hex) } : nil,
            in: context)
        return (view, comparison.title, path)
    }

    private func body(_ comparison: PageComparison, _ choice: DiffChoice, _ fromID: String?) -> DiffBodyView {
        var whole = choice
        whole.isWhole = true
        let address = source.urls.diff(comparison.path.bytes, from: fromID, to: comparison.to.id.hex, whole)
        var bodies = DiffBodies(source, choice)
        return bodies.add(
            (comparison.old ?? [], comparison.oldBlob), (comparison.new ?? [], comparison.to.blob), isStored: true,
            whole: choice.isWhole ? nil : address)
    }

    private func line(_ revision: Revision, _ path: GitPath) -> RevisionLine {
        var marks: Set<RevisionLine.Mark> = revision.blob == nil ? [.deleted] : []
        if revision.isUnconfirmed { marks.insert(.unconfirmed) }
        return RevisionLine(
            id: revision.id.hex, path: path.bytes, author: revision.author, authorHref: revision.person.map { source.urls.person($0) },
            others: NamedPerson.all(revision.coAuthors, by: source.urls), pusher: notes.pusher(of: revision), seconds: Int(revision.time),
            summary: revision.summary, marks: marks, canChange: mayEdit, in: source.context)
    }
}
