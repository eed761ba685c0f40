import Git
import Presentation
import Prose
import WikiCore

/// Makes the page of one commit: message, people, and what changed in each file.
struct CommitScreen {
    let site: WikiSite
    let notes: PushNotes
    let mayEdit: Bool

    /// How many pages show their difference in place.
    private static let diffLimit = 20
    /// How many changed files are listed.
    private static let fileLimit = 200

    func make(_ record: CommitRecord, _ snapshot: WikiSnapshot) throws -> (view: CommitView, title: String) {
        let commit = try snapshot.repository.commit(record.id)
        let pages = try snapshot.index.pages(of: record.place)
        let before = try commit.parents.first.flatMap { parent in
            snapshot.repository.contains(parent) ? try snapshot.repository.commit(parent).tree : nil
        }
        let changed = try snapshot.repository.changes(from: before, to: commit.tree)
        let files = changed.filter { snapshot.layout.role(of: $0.path).isAttachment }
        let view = CommitView(
            id: record.id.hex, message: commit.message, author: record.author,
            authorHref: record.person.map { site.urls.person($0) },
            committer: commit.committer.name == commit.author.name ? nil : AuthorName.shown(commit.committer.name),
            pusher: notes.pusher(of: record), isUnconfirmed: record.isUnconfirmed, seconds: Int(record.time),
            offsetMinutes: record.offset, parents: commit.parents.map(\.hex),
            pages: try pages.enumerated().map { try self.change($1, of: record, snapshot, withDiff: $0 < Self.diffLimit) },
            files: files.prefix(Self.fileLimit).map { file($0, of: record, snapshot) },
            hiddenChanges: max(0, files.count - Self.fileLimit), canRevert: mayEdit && !record.isMerge && record.touched > 0,
            in: site.context)
        return (view, record.summary.isEmpty ? record.id.short : record.summary)
    }

    private func change(_ page: CommitPage, of record: CommitRecord, _ snapshot: WikiSnapshot, withDiff: Bool) throws -> FileChangeView {
        let kind: FileChangeView.Kind = page.old == nil ? .created : page.blob == nil ? .deleted : .edited
        var body: DiffBodyView?
        if withDiff {
            let old = try page.old.map { try snapshot.repository.blob($0) } ?? []
            let new = try page.blob.map { try snapshot.repository.blob($0) } ?? []
            body = DiffBodyView(TextDiff(old: old, new: new), isSplit: false, in: site.context)
        }
        return FileChangeView(path: page.path.bytes, title: page.title, kind: kind, body: body, id: record.id.hex, in: site.context)
    }

    private func file(_ change: TreeChange, of record: CommitRecord, _ snapshot: WikiSnapshot) -> FileChangeView {
        let path = change.path.relative(to: snapshot.layout.root) ?? change.path
        let kind: FileChangeView.Kind = change.old == nil ? .created : change.new == nil ? .deleted : .edited
        return FileChangeView(path: path.bytes, title: nil, kind: kind, id: record.id.hex, in: site.context)
    }
}

extension FileRole {
    /// True for files that are served and are no pages.
    var isAttachment: Bool {
        if case .attachment = self { true } else { false }
    }
}
