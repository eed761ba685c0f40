package import Git
import Synchronization

/// Counts, for each page, how often something that it links to came, went or (where it is shown in place) changed.
///
/// A rendered page is right as long as its text and its count are the same. Counts live with the process, as do the
/// rendered pages that hang on them.
package final class LinkStates: Sendable {
    private let counts: Mutex<[Int64: Int]> = Mutex([:])
    private let followed: Mutex<ObjectID?>
    private let index: PageIndex
    private let layout: PagesLayout
    /// Pages within pages within pages: how far a change of what is embedded is followed.
    private let embedDepth: Int

    package init(index: PageIndex, layout: PagesLayout, embedDepth: Int) {
        self.index = index
        self.layout = layout
        self.embedDepth = embedDepth
        followed = Mutex(index.tip)
    }

    /// The commit up to which the counts are right. Who makes or takes a kept page asks before and after reading counts:
    /// a reader of an older or newer state would keep one state's page under the other's counts.
    package var tip: ObjectID? { followed.withLock { $0 } }

    /// The count of a page, 0 while nothing happened.
    package func count(of page: Int64) -> Int { counts.withLock { $0[page] ?? 0 } }

    /// Takes note of an update of the index.
    func follow(_ update: PageIndex.Update) {
        // A first filling finds no rendered page; a huge update makes all of them old.
        let pages = (try? affected(by: update)) ?? nil
        defer { followed.withLock { $0 = update.tip } }
        counts.withLock { counts in
            guard let pages else {
                for page in counts.keys { counts[page, default: 0] += 1 }
                counts[Self.everything, default: 0] += 1
                return
            }
            for page in pages { counts[page, default: 0] += 1 }
            if update.renamesContributors { counts[Self.everything, default: 0] += 1 }
        }
    }

    /// The count that all pages share: raised where an update touched too much to tell pages apart, or renamed contributors.
    package var sharedCount: Int { counts.withLock { $0[Self.everything] ?? 0 } }

    private static let everything: Int64 = -1
    private static let changeLimit = 1000

    private func affected(by update: PageIndex.Update) throws -> Set<Int64>? {
        guard update.changes.count <= Self.changeLimit else { return nil }
        return try index.read { database in
            let reader = IndexReader(database: database, layout: layout)
            var changed = update.formerAliases
            var pages = try Set(reader.linking(to: changed, embedsOnly: false).map(\.page))
            for change in update.changes {
                let keys = try self.keys(of: change, reader)
                changed.formUnion(keys)
                let cameOrWent = change.old == nil || change.new == nil
                // Titles, aliases and redirects live in the text: a link to a changed page may read differently.
                pages.formUnion(try reader.linking(to: keys, embedsOnly: false).map(\.page))
                guard cameOrWent else { continue }
                let folders = self.folders(of: change)
                pages.formUnion(try reader.linking(to: Set(folders.map { LookupKey.ofName($0) }), embedsOnly: false).map(\.page))
                // A page beside a folder reads its links from inside it, as long as there is one.
                let beside = folders.compactMap { $0.relative(to: layout.root) }.filter { !$0.isRoot }
                pages.formUnion(try beside.compactMap { try reader.page(path: $0)?.id })
            }
            var seen: Set<Int64> = []
            for _ in 0..<embedDepth where !changed.isEmpty {
                let more = try reader.linking(to: changed, embedsOnly: true).map(\.page).filter { seen.insert($0).inserted }
                pages.formUnion(more)
                changed = try Set(more.flatMap { try reader.page(id: $0).map { try names(of: $0.path, $0, reader) } ?? [] })
            }
            return pages
        }
    }

    private func keys(of change: TreeChange, _ reader: IndexReader) throws -> Set<String> {
        guard let path = change.path.relative(to: layout.root) else { return [LookupKey.ofName(change.path)] }
        let names = try names(of: PagesLayout.withoutExtension(path) ?? path, reader.page(file: change.path), reader)
        return names.union([LookupKey.ofName(path)])
    }

    /// The keys under which links find a page: its name, its folder's where it may stand for that, its aliases.
    private func names(of path: GitPath, _ page: Page?, _ reader: IndexReader) throws -> Set<String> {
        var keys: Set<String> = [LookupKey.ofName(path)]
        if FolderPage.names.contains(String(decoding: path.name, as: UTF8.self).lowercased()), !path.parent.isRoot {
            keys.insert(LookupKey.ofName(path.parent))
        }
        if let page { keys.formUnion(try reader.aliases(of: page.id)) }
        return keys
    }

    /// Folders come and go with the pages inside.
    private func folders(of change: TreeChange) -> [GitPath] {
        var folders: [GitPath] = []
        var folder = change.path.parent
        while !folder.isRoot {
            folders.append(folder)
            folder = folder.parent
        }
        return folders
    }
}
