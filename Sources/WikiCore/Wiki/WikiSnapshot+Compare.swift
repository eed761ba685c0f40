package import Git

/// Two texts of one page, to be compared.
package struct PageComparison: Hashable, Sendable {
    /// The page's identity.
    package let page: Int64
    /// Its path today, or the last it had.
    package let path: GitPath
    /// False where it is deleted today.
    package let isAlive: Bool
    /// What it is called.
    package let title: String
    /// The older revision; nil where the page did not exist before.
    package let from: Revision?
    /// The newer revision.
    package let to: Revision
    /// The older text; nil where there was none.
    package let old: [UInt8]?
    /// The newer text; nil where there is none.
    package let new: [UInt8]?
    /// What the older text is stored as; the newer one's is the newer revision's.
    package let oldBlob: ObjectID?
}

extension WikiSnapshot {
    /// The texts of a page at two revisions. Without `to` the newest; without `from` what `to` changed.
    /// - Parameter reading: false leaves the texts out.
    package func compare(_ path: GitPath, from: String?, to: String?, reading: Bool = true) throws -> PageComparison {
        let found = try to.flatMap { try identity(of: path, at: commit($0)) } ?? identity(of: path)
        let newer = try to.map { try revision(of: found.id, named: $0) } ?? index.lastRevision(of: found.id)
        guard let newer else { throw WikiError.notFound }
        let older: Revision?
        let oldBlob: ObjectID?
        if let from {
            older = try revision(of: found.id, named: from)
            oldBlob = older?.blob
        } else {
            older = try index.neighbours(of: found.id, place: newer.place).older
            oldBlob = newer.old
        }
        return PageComparison(
            page: found.id, path: found.path, isAlive: found.isAlive, title: found.title, from: older, to: newer,
            old: reading ? try oldBlob.map { try repository.blob($0) } : nil,
            new: reading ? try newer.blob.map { try repository.blob($0) } : nil, oldBlob: oldBlob)
    }

    /// A page by its path, alive or deleted.
    package func identity(of path: GitPath) throws -> (id: Int64, path: GitPath, isAlive: Bool, title: String) {
        if let page = try index.page(path: path) { return (page.id, page.path, true, page.title) }
        if let gone = try index.deletedPage(path: path) { return (gone.id, path, false, PageTitle.fromName(path)) }
        let alike = try index.pages(like: path)
        if alike.count == 1, let page = alike.first { return (page.id, page.path, true, page.title) }
        throw WikiError.notFound
    }

    /// The page that had a path at a commit, where that is not the one that has it today: another page's old name is
    /// part of its permanent links. Nil where today's page has a revision there, or nobody had the path.
    private func identity(
        of path: GitPath, at record: CommitRecord
    ) throws -> (id: Int64, path: GitPath, isAlive: Bool, title: String)? {
        let today = try? identity(of: path)
        if let today, try index.revision(of: today.id, commit: record.id) != nil { return nil }
        for ending in [".md", ".markdown"] {
            let file = layout.file(GitPath(bytes: path.bytes + Array(ending.utf8)))
            guard let id = try index.page(at: file, in: record.id), id != today?.id else { continue }
            if let page = try index.page(id: id) { return (id, page.path, true, page.title) }
            return (id, path, false, PageTitle.fromName(path))
        }
        return nil
    }

    /// The newest revision of a page at or before a commit that is reachable from the branch, named by a prefix of its id.
    package func revision(of page: Int64, named text: String) throws -> Revision {
        let record = try commit(text)
        if let exact = try index.revision(of: page, commit: record.id) { return exact }
        guard let revision = try index.revisions(of: page, before: record.place + 1, limit: 1).first else {
            throw WikiError.unknownRevision(text)
        }
        return revision
    }
}
