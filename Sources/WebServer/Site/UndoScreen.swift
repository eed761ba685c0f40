import Git
import Presentation
import Prose
import WikiCore
import Wording

/// Works out what an undo of a commit would do to each page and file, for the question that comes before it.
struct UndoScreen {
    /// What would happen, as far as it fits on a page.
    struct Plan: Sendable {
        /// The page alone that would change; nil where more would, or none.
        var page: CommitPage?
        /// What the pages and files are called together.
        var title = ""
        /// The difference on the one page.
        var diff: DiffBodyView?
        /// Each page and file where there are more.
        var changes: [FileChangeView] = []
        /// How many more there are than are listed.
        var hidden = 0
    }

    let site: WikiSite

    /// How many pages show their difference.
    private static let diffLimit = 20
    /// How many pages and files are listed.
    private static let listLimit = 200

    /// - Parameter asked: the page from whose history the visitor came.
    func plan(_ record: CommitRecord, from asked: [UInt8]?, _ snapshot: WikiSnapshot) throws -> Plan {
        let pages = try snapshot.index.pages(of: record.place).filter { $0.blob != $0.old }
        let files = try self.files(of: record, snapshot)
        let named = pages.first { asked == nil || $0.path.bytes == asked } ?? pages.first
        if pages.count == 1, files.isEmpty, let page = pages.first {
            var bodies = DiffBodies(site.screens)
            return Plan(page: page, title: page.title, diff: try diff(page, snapshot, &bodies))
        }
        var plan = Plan()
        if let named, pages.count > 1 {
            plan.title = site.words.text("recent.titleAndMore", ["title": .text(named.title), "count": .number(pages.count - 1)])
        } else {
            plan.title = named?.title ?? site.words.text("recent.files", ["count": .number(max(files.count, record.touched))])
        }
        var bodies = DiffBodies(site.screens)
        let shown = try pages.prefix(Self.diffLimit).map { try diff($0, snapshot, &bodies) }
        for (index, page) in pages.prefix(Self.listLimit).enumerated() {
            let body = index < shown.count ? shown[index]?.among(bodies.changes) : nil
            plan.changes.append(change(page, of: record, body: body))
        }
        plan.changes += files.prefix(Self.listLimit - plan.changes.count).map { change($0, of: record, snapshot) }
        plan.hidden = pages.count + files.count - plan.changes.count
        return plan
    }

    /// The files that are still what the commit made of them, and so would go back.
    private func files(of record: CommitRecord, _ snapshot: WikiSnapshot) throws -> [TreeChange] {
        let commit = try snapshot.repository.commit(record.id)
        let before = try commit.parents.first.flatMap { parent in
            snapshot.repository.contains(parent) ? try snapshot.repository.commit(parent).tree : nil
        }
        guard let now = try snapshot.tip.map({ try snapshot.repository.commit($0).tree }) else { return [] }
        return try snapshot.repository.changes(from: before, to: commit.tree).filter { change in
            try snapshot.layout.role(of: change.path).isAttachment && snapshot.repository.entry(at: change.path, in: now) == change.new
        }
    }

    /// What the undo would change on a page as it stands; nil where a person has to settle it.
    private func diff(_ page: CommitPage, _ snapshot: WikiSnapshot, _ bodies: inout DiffBodies) throws -> DiffBodyView? {
        let now = try snapshot.index.page(id: page.page).map { try snapshot.text(of: $0) } ?? []
        let after = try page.blob.map { try snapshot.repository.blob($0) } ?? []
        let before = try page.old.map { try snapshot.repository.blob($0) } ?? []
        return ThreeWayMerge(base: after, current: now, yours: before).text.map { bodies.add((now, nil), ($0, nil), isStored: false) }
    }

    private func change(_ page: CommitPage, of record: CommitRecord, body: DiffBodyView?) -> FileChangeView {
        FileChangeView(
            path: page.path.bytes, title: page.title, kind: Self.kind(wasNew: page.old == nil, isGone: page.blob == nil),
            body: body, id: record.id.hex, in: site.context)
    }

    private func change(_ file: TreeChange, of record: CommitRecord, _ snapshot: WikiSnapshot) -> FileChangeView {
        let path = file.path.relative(to: snapshot.layout.root) ?? file.path
        return FileChangeView(
            path: path.bytes, title: nil, kind: Self.kind(wasNew: file.old == nil, isGone: file.new == nil), id: record.id.hex,
            in: site.context)
    }

    /// What taking a change back does.
    private static func kind(wasNew: Bool, isGone: Bool) -> FileChangeView.Kind {
        wasNew ? .deleted : isGone ? .created : .edited
    }
}
