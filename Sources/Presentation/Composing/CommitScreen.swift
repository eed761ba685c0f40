import Git
package import WikiCore

/// Makes the page of one commit: message, people, and what changed in each file.
package struct CommitScreen {
    private let source: ScreenSource
    private let notes: PushNotes
    private let mayEdit: Bool

    /// How many pages show their difference in place.
    private static let diffLimit = 20
    /// How many changed files are listed.
    private static let fileLimit = 200

    /// - Parameter mayEdit: whether readers are offered to take it back.
    package init(source: ScreenSource, notes: PushNotes, mayEdit: Bool) {
        self.source = source
        self.notes = notes
        self.mayEdit = mayEdit
    }

    /// The screen and its title. Blocking.
    /// - Parameter isShown: whether a page may be named.
    package func make(
        _ record: CommitRecord, _ snapshot: WikiSnapshot, naming isShown: (Int64) -> Bool = { _ in true }
    ) throws -> (view: CommitView, title: String) {
        let commit = try snapshot.repository.commit(record.id)
        let pages = try snapshot.index.pages(of: record.place).filter { isShown($0.page) }
        let parent = commit.parents.first.flatMap { snapshot.repository.contains($0) ? $0 : nil }
        let before = try parent.map { try snapshot.repository.commit($0).tree }
        let changed = try snapshot.repository.changes(from: before, to: commit.tree)
        let files = changed.filter { snapshot.layout.role(of: $0.path).isAttachment }
        let view = CommitView(
            id: record.id.hex, message: commit.message, author: record.author,
            authorHref: record.person.map { source.urls.person($0) }, others: NamedPerson.all(record.coAuthors, by: source.urls),
            committer: commit.committer.name == commit.author.name ? nil : AuthorName.shown(commit.committer.name),
            pusher: notes.pusher(of: record), isUnconfirmed: record.isUnconfirmed, seconds: Int(record.time),
            offsetMinutes: record.offset, parents: commit.parents.map(\.hex),
            pages: try changes(pages, of: record, snapshot),
            files: try files.prefix(Self.fileLimit).map { try file($0, of: record, after: parent, snapshot) },
            hiddenChanges: max(0, files.count - Self.fileLimit), canRevert: mayEdit && !record.isMerge && record.touched > 0,
            in: source.context)
        return (view, record.summary.isEmpty ? record.id.short : record.summary)
    }

    /// All pages, the first of them with their differences.
    private func changes(_ pages: [CommitPage], of record: CommitRecord, _ snapshot: WikiSnapshot) throws -> [FileChangeView] {
        var bodies = DiffBodies(source)
        let shown = try pages.prefix(Self.diffLimit).map { try body($0, of: record, snapshot, &bodies) }
        return pages.enumerated().map { index, page in
            let kind: FileChangeView.Kind = page.old == nil ? .created : page.blob == nil ? .deleted : .edited
            let body = index < shown.count ? shown[index].among(bodies.changes) : nil
            return FileChangeView(path: page.path.bytes, title: page.title, kind: kind, body: body, id: record.id.hex, in: source.context)
        }
    }

    private func body(
        _ page: CommitPage, of record: CommitRecord, _ snapshot: WikiSnapshot, _ bodies: inout DiffBodies
    ) throws -> DiffBodyView {
        // Texts that are too long for a page are not even read.
        let longest = try [page.old, page.blob].compactMap(\.self).map { try snapshot.repository.header($0).size }.max() ?? 0
        if longest > source.configuration.limits.page { return bodies.refuse(.tooLarge) }
        let old = try page.old.map { try snapshot.repository.blob($0) } ?? []
        let new = try page.blob.map { try snapshot.repository.blob($0) } ?? []
        let whole = source.urls.diff(page.path.bytes, to: record.id.hex, DiffChoice(isWhole: true))
        return bodies.add((old, page.old), (new, page.blob), isStored: true, whole: whole)
    }

    /// - Parameter parent: the commit that says what the file was before.
    private func file(
        _ change: TreeChange, of record: CommitRecord, after parent: ObjectID?, _ snapshot: WikiSnapshot
    ) throws -> FileChangeView {
        let path = change.path.relative(to: snapshot.layout.root) ?? change.path
        let kind: FileChangeView.Kind = change.old == nil ? .created : change.new == nil ? .deleted : .edited
        let sides = [(entry: change.old, commit: parent, isOld: true), (change.new, record.id, false)]
        let versions = try sides.compactMap { side -> FileVersionView? in
            guard let entry = side.entry, let commit = side.commit, entry.kind == .file else { return nil }
            return FileVersionView(
                path: path.bytes, revision: commit.hex, isOld: side.isOld, bytes: try snapshot.repository.header(entry.id).size,
                isPicture: ShownFile.isPicture(path), in: source.context)
        }
        return FileChangeView(path: path.bytes, title: nil, kind: kind, versions: versions, id: record.id.hex, in: source.context)
    }
}

extension FileRole {
    /// True for files that are served and are no pages.
    package var isAttachment: Bool {
        if case .attachment = self { true } else { false }
    }
}
