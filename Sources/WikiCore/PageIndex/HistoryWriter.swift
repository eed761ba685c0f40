import FoundationEssentials
import GRDB
import Git

/// Writes commits into the index, one step of the first-parent line after the other, inside one transaction.
///
/// A page keeps its id across renames, which are decided along the first-parent line; a commit that is only reached
/// through a later parent of a merge belongs to the page that held its path where that branch forked.
final class HistoryWriter {
    let database: Database
    let repository: Repository
    let layout: PagesLayout
    private(set) var nextCommit: Int64
    private var nextPage: Int64
    /// The pages that got or lost a name on the way.
    var moved: Set<Int64> = []
    private var forks: [ObjectID: (id: Int64, fork: Int64)] = [:]
    private var trees: [ObjectID: ObjectID] = [:]
    let contributors: ContributorWriter

    init(database: Database, repository: Repository, layout: PagesLayout, contributors: ContributorWriter) throws {
        self.database = database
        self.repository = repository
        self.layout = layout
        nextCommit = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM \"commit\"") ?? 1
        nextPage = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM page") ?? 1
        self.contributors = contributors
    }

    /// Takes one commit of the first-parent line, with the commits that it merges.
    /// - Parameter known: what it changed, where somebody read that already.
    func write(_ step: NewCommits.Step, changes known: CommitChanges? = nil) throws {
        let changes = try known ?? CommitChanges(step.commit, repository: repository, tree: tree(of:))
        trees[step.commit.id] = step.commit.tree
        let mainID = nextCommit + Int64(step.sides.count)
        let pages = try applyMainline(changes, commit: step.commit, id: mainID)
        for (index, side) in step.sides.enumerated() {
            if index % ContributorWriter.chunk == 0 {
                try contributors.expect(step.sides[index...].prefix(ContributorWriter.chunk).map(\.id))
            }
            try writeSide(side, mergedBy: mainID)
        }
        try insert(step.commit, id: mainID, fork: mainID, isMainline: true, touched: changes.revised.count)
        nextCommit = mainID + 1
        for change in changes.all where changes.revised.contains(change.path) {
            guard let page = pages[change.path] else { continue }
            try insertRevision(page: page, commit: mainID, change: change, oldFile: nil)
        }
        if trees.count > 4096 { trees = [step.commit.id: step.commit.tree] }
    }

    /// True where a commit is indexed already.
    func isTaken(_ id: ObjectID) throws -> Bool { try place(of: id) != nil }

    private func tree(of id: ObjectID) throws -> ObjectID? {
        if let tree = trees[id] { return tree }
        guard repository.contains(id) else { return nil }
        let tree = try repository.commit(id).tree
        trees[id] = tree
        return tree
    }

    private func place(of id: ObjectID) throws -> (id: Int64, fork: Int64)? {
        if let known = forks[id] { return known }
        let statement = try database.cachedStatement(sql: "SELECT id, fork FROM \"commit\" WHERE oid = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id.data]) else { return nil }
        let place: (id: Int64, fork: Int64) = (row[0], row[1])
        forks[id] = place
        return place
    }

    private func insert(_ commit: Commit, id: Int64, fork: Int64, isMainline: Bool, touched: Int) throws {
        let ident = try contributors.ident(of: commit, id: id)
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO "commit"(id, oid, is_mainline, fork, ident, time, offset, parents, touched, summary)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            id, commit.id.data, isMainline, fork, ident, commit.author.time, commit.author.offset, commit.parents.count, touched,
            String(CommitMessage.subject(of: commit.message).unicodeScalars.prefix(1000)),
        ])
        try contributors.writeCoAuthors(of: commit, id: id)
        forks[commit.id] = (id, fork)
        if forks.count > 65_536 { forks = [commit.id: (id, fork)] }
    }

    // MARK: Commits that only a merge brings

    private func writeSide(_ commit: Commit, mergedBy main: Int64) throws {
        let id = nextCommit
        nextCommit += 1
        let fork = try commit.parents.compactMap { try place(of: $0)?.fork }.max() ?? 0
        let changes = try CommitChanges(commit, repository: repository, tree: tree(of:))
        trees[commit.id] = commit.tree
        try insert(commit, id: id, fork: fork, isMainline: false, touched: changes.revised.count)
        for change in changes.all where changes.revised.contains(change.path) {
            guard isPage(change.path), change.old.map(isText) ?? false || change.new.map(isText) ?? false else { continue }
            let page = try pageHolding(change.path, at: fork, mergedBy: main)
            try insertRevision(page: page, commit: id, change: change, oldFile: nil)
        }
    }

    /// The page that held a path where a branch forked, else the one that holds it after the merge, else the last
    /// one that had it; else one that only that branch knew, which is a deleted page here.
    private func pageHolding(_ file: GitPath, at fork: Int64, mergedBy main: Int64) throws -> Int64 {
        let then = try database.cachedStatement(
            sql: "SELECT page FROM page_name WHERE file = ?1 AND since <= ?2 AND (until IS NULL OR until > ?2) ORDER BY since DESC LIMIT 1")
        if let page = try Int64.fetchOne(then, arguments: [file.data, fork]) { return page }
        let now = try database.cachedStatement(sql: "SELECT id FROM page WHERE file = ? ORDER BY blob IS NULL, id DESC LIMIT 1")
        if let page = try Int64.fetchOne(now, arguments: [file.data]) { return page }
        return try insertPage(file, blob: nil, born: main)
    }

    // MARK: Pages

    func isPage(_ file: GitPath) -> Bool {
        switch layout.role(of: file) {
        case .page, .part: true
        case .attachment, .outside, .hidden: false
        }
    }

    func isText(_ entry: TreeEntry) -> Bool { entry.kind == .file }

    func insertPage(_ file: GitPath, blob: ObjectID?, born: Int64) throws -> Int64 {
        let id = nextPage
        nextPage += 1
        let (path, isPart) = layout.place(of: file)
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO page(id, file, path, folder, is_part, key, name_key, blob, born, revision, revisions)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
                """)
        try statement.execute(arguments: [
            id, file.data, path.data, path.parent.data, isPart, LookupKey.of(path), LookupKey.ofName(path), blob?.data, born,
        ])
        try markAuthorshipDue(id)
        return id
    }

    func renamePage(_ page: Int64, to file: GitPath, blob: ObjectID?) throws {
        let (path, isPart) = layout.place(of: file)
        let statement = try database.cachedStatement(
            sql: "UPDATE page SET file = ?, path = ?, folder = ?, is_part = ?, key = ?, name_key = ?, blob = ? WHERE id = ?")
        try statement.execute(arguments: [
            file.data, path.data, path.parent.data, isPart, LookupKey.of(path), LookupKey.ofName(path), blob?.data, page,
        ])
    }

    private func insertRevision(page: Int64, commit: Int64, change: TreeChange, oldFile: GitPath?) throws {
        let blob = change.new.flatMap { isText($0) ? $0.id : nil }
        let old = change.old.flatMap { isText($0) ? $0.id : nil }
        let number = try database.cachedStatement(sql: "SELECT revisions + 1 FROM page WHERE id = ?")
        let next = try Int64.fetchOne(number, arguments: [page]) ?? 1
        // A rename inside one commit is a deletion and an addition of one page: one revision, with both texts.
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO revision(page, "commit", number, blob, old, file) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT(page, "commit") DO UPDATE SET
                    file = CASE WHEN excluded.blob IS NULL THEN file ELSE excluded.file END,
                    blob = coalesce(excluded.blob, blob), old = coalesce(old, excluded.old)
                """)
        try statement.execute(arguments: [page, commit, next, blob?.data, old?.data, change.path.data])
        let update = try database.cachedStatement(
            sql: "UPDATE page SET revision = ?1, revisions = revisions + (revision <> ?1) WHERE id = ?2")
        try update.execute(arguments: [commit, page])
        try markAuthorshipDue(page)
    }
}
