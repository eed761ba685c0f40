import FoundationEssentials
import GRDB
package import Git
import Markup

extension PageIndex {
    /// What an update did.
    package struct Update: Sendable {
        /// The commit that the index stands for now.
        package let tip: ObjectID
        /// The files that differ between the old state and the new.
        package let changes: [TreeChange]
        /// The aliases of changed pages before the update: links found these pages by them.
        package let formerAliases: Set<String>
        /// True where contributors may be called something else than before: pages name them, whatever their text.
        package let renamesContributors: Bool
        /// How many commits were written.
        package let commits: Int
        /// True where commits went from the branch.
        let isRewound: Bool
    }

    /// Takes the index from the commit it stands for to another one, in one transaction.
    /// - Parameters:
    ///   - documents: the parsed texts of the files that the new commit changes, where they are not kept already.
    ///   - credits: asked about the authors of the commits that are written.
    ///   - progress: told how many commits of how many along the first-parent line are done.
    func update(
        to tip: ObjectID, repository: Repository, layout: PagesLayout, documents: [ObjectID: Document], credits: (any CreditBook)?,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Update {
        let known = self.tip
        let (update, found) = try write { database in
            let found = try IndexReader(database: database, layout: layout).tip()
            let update = try Self.update(
                database, from: found, to: tip, repository: repository, layout: layout, documents: documents, credits: credits,
                progress: progress)
            // Before it is written down, so that whoever writes next knows. Another process may have rewound, too.
            if update.isRewound || found != known { noteRewind() }
            return (update, found)
        }
        setTip(tip)
        // Another process, such as a command beside a server, brought the index further than this one knew.
        guard found != known else { return update }
        let old = try known.flatMap { repository.contains($0) ? try repository.commit($0).tree : nil }
        let changes = try repository.changes(from: old, to: repository.commit(tip).tree)
        return Update(
            tip: tip, changes: changes, formerAliases: update.formerAliases, renamesContributors: true, commits: update.commits,
            isRewound: true)
    }

    private static func update(
        _ database: Database, from old: ObjectID?, to tip: ObjectID, repository: Repository, layout: PagesLayout,
        documents: [ObjectID: Document], credits: (any CreditBook)?, progress: (Int, Int) -> Void
    ) throws -> Update {
        let newTree = try repository.commit(tip).tree
        let texts = TextWriter(database: database, layout: layout)
        let oldTree = try treeBefore(old, texts, repository)
        let commits = try NewCommits(repository: repository, tip: tip) { try isMainline($0, database) }
        let changes = try repository.changes(from: oldTree, to: newTree)
        let formerAliases = try texts.forget(changes)
        let mailmap = try mailmap(in: newTree, repository)
        let isRewound = old != nil && commits.base != old
        var moved: Set<Int64> = []
        if isRewound {
            let base = try commits.base.map { try repository.commit($0).tree }
            let entry = { (path: GitPath) in try base.flatMap { try repository.entry(at: path, in: $0) } }
            let files = try repository.changes(from: oldTree, to: base).map(\.path)
            moved = try HistoryWriter.rewind(database, to: commits.base, tree: entry, changed: files, layout: layout)
        }
        let isMailmapChanged = changes.contains { $0.path == mailmapPath }
        let contributors = ContributorWriter(database: database, mailmap: mailmap, credits: credits)
        if isRewound || isMailmapChanged { try contributors.joinAll() }
        let writer = try HistoryWriter(database: database, repository: repository, layout: layout, contributors: contributors)
        let ahead = ChangesAhead(commits.line, directory: repository.directory)
        for (index, id) in commits.line.enumerated() {
            if index % ContributorWriter.chunk == 0 { try contributors.expect(commits.line[index...].prefix(ContributorWriter.chunk)) }
            try writer.write(try commits.step(id, isTaken: writer.isTaken), changes: ahead.take(id))
            if index % 256 == 0 { progress(index, commits.line.count) }
        }
        try contributors.finish()
        progress(commits.line.count, commits.line.count)
        try texts.rewrite(moved.union(writer.moved), besides: changes, documents: documents)
        try texts.folders.settle()
        try texts.dropDocuments(of: changes)
        try database.execute(
            sql: "INSERT INTO meta VALUES ('tip', ?1), ('tree', ?2) ON CONFLICT DO UPDATE SET value = excluded.value",
            arguments: [tip.hex, newTree.hex])
        return Update(
            tip: tip, changes: changes, formerAliases: formerAliases,
            renamesContributors: isRewound || isMailmapChanged || contributors.hasRenamed, commits: commits.line.count,
            isRewound: isRewound)
    }

    /// Writes anew what the credit book says, in one transaction.
    /// - Returns: true where a row changed.
    func rejoin(repository: Repository, credits: any CreditBook, _ change: (CreditChange) throws -> Bool) throws -> Bool {
        try write { database in
            let tree = try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'tree'").flatMap { ObjectID(hex: $0) }
            let mailmap = try tree.flatMap { repository.contains($0) ? try Self.mailmap(in: $0, repository) : nil } ?? Mailmap()
            return try change(CreditChange(database: database, mailmap: mailmap, credits: credits))
        }
    }

    /// The blobs whose documents are kept already.
    func kept(among blobs: Set<ObjectID>) throws -> Set<ObjectID> {
        try read { database in
            let statement = try database.cachedStatement(sql: "SELECT 1 FROM document WHERE blob = ?")
            return try blobs.filter { try Int.fetchOne(statement, arguments: [$0.data]) != nil }
        }
    }

    /// Keeps documents ahead of the update that needs them: harmless, since they are known by their text alone.
    func keep(_ documents: [ObjectID: Document]) throws {
        try write { database in
            for (blob, document) in documents { try TextWriter.keep(document, blob, database) }
        }
    }

    /// The texts at which a worker failed.
    func misfits() throws -> [ObjectID] {
        try read { try Data.fetchAll($0, sql: "SELECT blob FROM misfit").compactMap { ObjectID($0) } }
    }

    /// Writes down texts at which a worker failed.
    func keep(misfits: Set<ObjectID>) throws {
        guard !misfits.isEmpty else { return }
        try write { database in
            let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO misfit(blob) VALUES (?)")
            for blob in misfits.sorted(by: { $0.hex < $1.hex }) { try statement.execute(arguments: [blob.data]) }
            try database.execute(
                sql: "DELETE FROM misfit WHERE id <= (SELECT max(id) FROM misfit) - ?", arguments: [DocumentCache.misfitLimit])
        }
    }

    /// Writes down how many words a revision added and removed, once somebody has counted.
    package func setWords(_ counts: [(page: Int64, place: Int64, added: Int, removed: Int)]) throws {
        guard !counts.isEmpty else { return }
        try write { database in
            let statement = try database.cachedStatement(
                sql: "UPDATE revision SET added = ?, removed = ? WHERE page = ? AND \"commit\" = ?")
            for count in counts { try statement.execute(arguments: [count.added, count.removed, count.page, count.place]) }
        }
    }

    private static let mailmapPath = GitPath(".mailmap")

    /// The tree that the texts in the index stand for. It outlives the commit: after a rewind and a repack the old
    /// commit may be gone, and then the texts are taken from nothing.
    private static func treeBefore(_ tip: ObjectID?, _ texts: TextWriter, _ repository: Repository) throws -> ObjectID? {
        guard tip != nil else { return nil }
        let tree = try String.fetchOne(texts.database, sql: "SELECT value FROM meta WHERE key = 'tree'").flatMap { ObjectID(hex: $0) }
        if let tree, repository.contains(tree) { return tree }
        try texts.forgetAll()
        return nil
    }

    private static func isMainline(_ id: ObjectID, _ database: Database) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT is_mainline FROM \"commit\" WHERE oid = ?")
        return try Bool.fetchOne(statement, arguments: [id.data]) ?? false
    }

    private static func mailmap(in tree: ObjectID, _ repository: Repository) throws -> Mailmap {
        guard let entry = try repository.entry(at: mailmapPath, in: tree), entry.kind == .file,
            try repository.header(entry.id).size <= 4 << 20
        else { return Mailmap() }
        return Mailmap(try repository.blob(entry.id))
    }
}
