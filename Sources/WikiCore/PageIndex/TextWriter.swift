import FoundationEssentials
import GRDB
import Git
import Markup

/// Writes what the texts of living pages say: titles, links, headings, aliases, tags, words, and the list of files.
struct TextWriter {
    let database: Database
    let layout: PagesLayout
    /// Keeps the folders of what is written.
    let folders: FolderWriter

    init(database: Database, layout: PagesLayout) {
        self.database = database
        self.layout = layout
        folders = FolderWriter(database: database, layout: layout)
    }

    /// The tables with rows by page.
    private static let tables = ["text", "listed", "heading", "place", "link", "alias", "tag"]

    /// Forgets all texts and files.
    func forgetAll() throws {
        for table in Self.tables + ["search", "file", "outside", "folder", "navigation"] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
    }

    /// Forgets the texts of files that a commit changes, while the index still knows which pages they are.
    /// - Returns: the aliases that their pages had.
    func forget(_ changes: [TreeChange]) throws -> Set<String> {
        var aliases: Set<String> = []
        for change in changes {
            folders.touch(layout.place(of: change.path).path)
            let page = try database.cachedStatement(sql: "SELECT id FROM page WHERE file = ? AND blob IS NOT NULL")
            if let id = try Int64.fetchOne(page, arguments: [change.path.data]) {
                let statement = try database.cachedStatement(sql: "SELECT key FROM alias WHERE page = ?")
                aliases.formUnion(try String.fetchAll(statement, arguments: [id]))
                try forget(page: id)
            }
            for table in ["file", "outside", "navigation"] {
                try database.cachedStatement(sql: "DELETE FROM \(table) WHERE file = ?").execute(arguments: [change.path.data])
            }
        }
        return aliases
    }

    /// Writes the texts of the files that a commit changed, now that the pages are as that commit has them.
    /// - Parameter documents: the parsed texts that are not in the index yet.
    func write(_ changes: [TreeChange], documents: [ObjectID: Document]) throws {
        for change in changes {
            guard let entry = change.new else { continue }
            try writeNavigation(change.path, entry, documents)
            let page = try database.cachedStatement(sql: "SELECT id, path FROM page WHERE file = ? AND blob IS NOT NULL")
            if let row = try Row.fetchOne(page, arguments: [change.path.data]) {
                let document = try documents[entry.id] ?? Self.document(entry.id, database) ?? Document()
                if let fresh = documents[entry.id] { try Self.keep(fresh, entry.id, database) }
                try write(document, page: row[0], path: GitPath(row[1] as Data), file: change.path)
            } else if case .attachment(let path) = layout.role(of: change.path) {
                try writeFile(change.path, path: path, entry: entry)
            } else if case .page(let path) = layout.role(of: change.path) {
                // A page's name on a symlink or submodule: shown for what it is.
                try writeFile(change.path, path: path, entry: entry)
            } else if case .outside(let path) = layout.role(of: change.path), entry.kind == .file {
                try database.cachedStatement(sql: "INSERT OR REPLACE INTO outside(file, name_key, mode, blob) VALUES (?, ?, ?, ?)")
                    .execute(arguments: [path.data, LookupKey.ofName(path), entry.mode, entry.id.data])
            }
        }
    }

    /// Writes anew the texts of pages that came to stand elsewhere, also where the file that they have now holds what it
    /// held before: a page that was renamed may have been followed by another one of the same text.
    func rewrite(_ pages: Set<Int64>, besides changes: [TreeChange], documents: [ObjectID: Document]) throws {
        guard !pages.isEmpty else { return try write(changes, documents: documents) }
        let changed = Set(changes.map(\.path))
        var stood: [TreeChange] = []
        for page in pages.sorted() {
            try forget(page: page)
            let row = try database.cachedStatement(sql: "SELECT file, blob FROM page WHERE id = ? AND blob IS NOT NULL")
            guard let found = try Row.fetchOne(row, arguments: [page]), let blob = ObjectID(found[1] as Data?) else { continue }
            let file = GitPath(found[0] as Data)
            if !changed.contains(file) {
                stood.append(TreeChange(path: file, old: nil, new: TreeEntry(mode: TreeUpdate.fileMode, id: blob)))
            }
        }
        try write(changes + stood, documents: documents)
    }

    /// Drops the documents of texts that no page has any more.
    func dropDocuments(of changes: [TreeChange]) throws {
        let statement = try database.cachedStatement(
            sql: "DELETE FROM document WHERE blob = ?1 AND NOT EXISTS (SELECT 1 FROM page WHERE blob = ?1)")
        let navigation = try database.cachedStatement(
            sql: "DELETE FROM document WHERE blob = ?1 AND NOT EXISTS (SELECT 1 FROM navigation WHERE blob = ?2)")
        for change in changes {
            guard let old = change.old else { continue }
            try statement.execute(arguments: [old.id.data])
            guard NavigationFile.files(in: layout).contains(change.path) else { continue }
            try navigation.execute(arguments: [NavigationFile.key(of: old.id).data, old.id.data])
        }
    }

    /// The kept document of a text.
    static func document(_ blob: ObjectID, _ database: Database) throws -> Document? {
        let statement = try database.cachedStatement(sql: "SELECT payload FROM document WHERE blob = ?")
        guard let payload = try Data.fetchOne(statement, arguments: [blob.data]) else { return nil }
        return try? Document(decoding: Array(payload))
    }

    /// Keeps a document by the text it was made of.
    static func keep(_ document: Document, _ blob: ObjectID, _ database: Database) throws {
        let statement = try database.cachedStatement(sql: "INSERT OR REPLACE INTO document(blob, payload) VALUES (?, ?)")
        try statement.execute(arguments: [blob.data, Data(document.encoded())])
    }

    private func forget(page: Int64) throws {
        let listed = try database.cachedStatement(sql: "SELECT path FROM listed WHERE page = ?")
        if let path = try Data.fetchOne(listed, arguments: [page]) { folders.touch(GitPath(path)) }
        for table in Self.tables {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE page = ?").execute(arguments: [page])
        }
        try database.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?").execute(arguments: [page])
    }

    /// A file that tells the order of pages, whatever else it is to the wiki.
    private func writeNavigation(_ file: GitPath, _ entry: TreeEntry, _ documents: [ObjectID: Document]) throws {
        guard entry.kind == .file, NavigationFile.files(in: layout).contains(file) else { return }
        let key = NavigationFile.key(of: entry.id)
        if let fresh = documents[key] { try Self.keep(fresh, key, database) }
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO navigation(file, blob) VALUES (?, ?)")
            .execute(arguments: [file.data, entry.id.data])
    }

    private func writeFile(_ file: GitPath, path: GitPath, entry: TreeEntry) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO file(file, key, name_key, mode, blob) VALUES (?, ?, ?, ?, ?)")
        try statement.execute(arguments: [file.data, LookupKey.of(path), LookupKey.ofName(path), entry.mode, entry.id.data])
    }

    private func write(_ document: Document, page: Int64, path: GitPath, file: GitPath) throws {
        let matter = document.frontMatter
        let title = document.title ?? PageTitle.fromName(path)
        let isPart = path.name.first == UInt8(ascii: "_")
        folders.touch(path)
        try database.cachedStatement(
            sql: """
                INSERT INTO text(page, title, title_key, description, redirect, redirect_key, language, is_draft, is_book)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            page, title, SearchFold.title(title), matter.description, matter.redirect, matter.redirect.map { LinkTarget.key(of: $0) },
            matter.language, matter.isDraft, matter.book != nil && !isPart,
        ])
        try writePlaces(document, page: page)
        try writeLinks(document, page: page)
        for alias in Set(matter.aliases.map { LookupKey.of($0) }) where !isPart {
            try database.cachedStatement(sql: "INSERT OR IGNORE INTO alias(page, key) VALUES (?, ?)").execute(arguments: [page, alias])
        }
        for (position, tag) in matter.tags.enumerated() where !isPart {
            try database.cachedStatement(sql: "INSERT INTO tag(page, position, name, key) VALUES (?, ?, ?, ?)")
                .execute(arguments: [page, position, tag, SearchFold.tag(tag)])
        }
        guard !isPart, matter.redirect == nil else { return }
        let rank = ReadingRank(path.name, weight: matter.order, ending: file.name.dropFirst(path.name.count))
        try database.cachedStatement(sql: "INSERT INTO listed(page, folder, path, letter, rank, is_draft) VALUES (?, ?, ?, ?, ?, ?)")
            .execute(arguments: [page, path.parent.data, path.data, PageLetter.of(path), rank.data, matter.isDraft])
        let text = SearchText(
            title: title, path: path, headings: document.headings.map(\.text), tags: matter.tags, body: document.plainText)
        try database.cachedStatement(sql: "INSERT INTO search(rowid, title, headings, body) VALUES (?, ?, ?, ?)")
            .execute(arguments: [page, SearchWords.prepare(text.title), SearchWords.prepare(text.headings), SearchWords.prepare(text.body)])
    }

    private func writePlaces(_ document: Document, page: Int64) throws {
        for (position, heading) in document.headings.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO heading(page, position, level, anchor, text) VALUES (?, ?, ?, ?, ?)")
                .execute(arguments: [page, position, heading.level, heading.anchor, heading.text])
        }
        for anchor in document.places {
            try database.cachedStatement(sql: "INSERT OR IGNORE INTO place(page, anchor) VALUES (?, ?)").execute(arguments: [page, anchor])
        }
    }

    private func writeLinks(_ document: Document, page: Int64) throws {
        var position = 0
        let statement = try database.cachedStatement(
            sql: "INSERT INTO link(page, position, kind, target, fragment, key) VALUES (?, ?, ?, ?, ?, ?)")
        for link in document.links {
            var readings = [(target: link.target, fragment: link.fragment)]
            if let other = link.alternate { readings.append((other.target, other.fragment)) }
            for reading in readings {
                try statement.execute(arguments: [
                    page, position, link.kind.rawValue, reading.target, reading.fragment,
                    LinkPrefix.key(of: reading.target, isAbsolute: link.isAbsolute),
                ])
                position += 1
            }
        }
    }
}
