import FoundationEssentials
import GRDB
import Git

extension HistoryWriter {
    /// Brings the pages from one commit of the first-parent line to the next: edits, births, deaths, renames.
    /// - Returns: the page of each changed path.
    func applyMainline(_ changes: CommitChanges, commit: Commit, id: Int64) throws -> [GitPath: Int64] {
        let pageChanges = changes.all.compactMap(asPageChange)
        let renames = try RenameDetector(repository: repository).renames(changes: pageChanges, commit: commit)
        var pages: [GitPath: Int64] = [:]
        var targets: Set<GitPath> = []
        var redirects: Set<GitPath> = []
        // First everything leaves its old place, then everything arrives, so that pages can change places.
        let moved = try renames.compactMap { rename in
            try livePage(rename.old).map { (page: $0, rename: rename) }
        }
        for (page, rename) in moved {
            try close(page, at: id)
            try setBlob(nil, of: page)
            targets.insert(rename.new)
            if rename.leavesRedirect { redirects.insert(rename.old) }
            pages[rename.old] = page
        }
        for change in pageChanges where change.new == nil && pages[change.path] == nil {
            guard let page = try livePage(change.path) else { continue }
            try close(page, at: id)
            try setBlob(nil, of: page)
            pages[change.path] = page
        }
        for (page, rename) in moved {
            let blob = pageChanges.first { $0.path == rename.new && $0.new != nil }?.new?.id
            try renamePage(page, to: rename.new, blob: blob)
            try open(page, rename.new, at: id)
            pages[rename.new] = page
        }
        for change in pageChanges where change.new != nil && !targets.contains(change.path) {
            pages[change.path] = try settle(change, id: id, isRedirectLeft: redirects.contains(change.path))
        }
        // A merge may bring a text to a page of which it is no revision.
        for page in pages.values { try markAuthorshipDue(page) }
        return pages
    }

    /// A change of a page's text: what becomes a symlink or submodule is, for the pages, deleted.
    private func asPageChange(_ change: TreeChange) -> TreeChange? {
        guard isPage(change.path) else { return nil }
        let old = change.old.flatMap { isText($0) ? $0 : nil }
        let new = change.new.flatMap { isText($0) ? $0 : nil }
        return old == nil && new == nil ? nil : TreeChange(path: change.path, old: old, new: new)
    }

    private func settle(_ change: TreeChange, id: Int64, isRedirectLeft: Bool) throws -> Int64 {
        let blob = change.new?.id
        if !isRedirectLeft, let page = try livePage(change.path) {
            try setBlob(blob, of: page)
            return page
        }
        if !isRedirectLeft, let page = try deletedPage(change.path) {
            try renamePage(page, to: change.path, blob: blob)
            try open(page, change.path, at: id)
            return page
        }
        let page = try insertPage(change.path, blob: blob, born: id)
        try open(page, change.path, at: id)
        return page
    }

    private func livePage(_ file: GitPath) throws -> Int64? {
        let statement = try database.cachedStatement(sql: "SELECT id FROM page WHERE file = ? AND blob IS NOT NULL")
        return try Int64.fetchOne(statement, arguments: [file.data])
    }

    /// The page that was deleted at this path, which the path brings back to life; else one that had this path before
    /// it was renamed, and was deleted under its other name: vandals move a page away before they delete it.
    private func deletedPage(_ file: GitPath) throws -> Int64? {
        let statement = try database.cachedStatement(
            sql: "SELECT id FROM page WHERE file = ? AND blob IS NULL ORDER BY revision DESC, id DESC LIMIT 1")
        if let page = try Int64.fetchOne(statement, arguments: [file.data]) { return page }
        let former = try database.cachedStatement(
            sql: """
                SELECT page.id FROM page_name JOIN page ON page.id = page_name.page
                WHERE page_name.file = ? AND page.blob IS NULL ORDER BY page_name.since DESC LIMIT 1
                """)
        return try Int64.fetchOne(former, arguments: [file.data])
    }

    private func setBlob(_ blob: ObjectID?, of page: Int64) throws {
        try database.cachedStatement(sql: "UPDATE page SET blob = ? WHERE id = ?").execute(arguments: [blob?.data, page])
    }

    private func close(_ page: Int64, at commit: Int64) throws {
        moved.insert(page)
        let statement = try database.cachedStatement(sql: "UPDATE page_name SET until = ? WHERE page = ? AND until IS NULL")
        try statement.execute(arguments: [commit, page])
    }

    private func open(_ page: Int64, _ file: GitPath, at commit: Int64) throws {
        moved.insert(page)
        let statement = try database.cachedStatement(
            sql:
                "INSERT INTO page_name(page, file, since, until) VALUES (?, ?, ?, NULL) ON CONFLICT DO UPDATE SET file = excluded.file, until = NULL"
        )
        try statement.execute(arguments: [page, file.data, commit])
    }
}
