package import Git

/// Tells which pages read differently since something that they link to came, went or (where it is shown in place) changed.
package struct LinkImpact {
    private let index: IndexReader
    private let layout: PagesLayout
    private let home: GitPath?
    /// Pages within pages within pages: how far a change of what is embedded is followed.
    private let embedDepth: Int

    /// So many changes are not looked at one by one.
    private static let changeLimit = 1000

    /// - Parameters:
    ///   - index: the state after the changes.
    ///   - home: the home page that is configured.
    package init(index: IndexReader, layout: PagesLayout, home: GitPath?, embedDepth: Int) {
        self.index = index
        self.layout = layout
        self.home = home
        self.embedDepth = embedDepth
    }

    /// The pages whose links, embeds or folder may have changed; nil where there are too many changes to tell. Cost: that of the
    /// changes and of the links to what changed.
    /// - Parameter formerAliases: the keys of aliases that changed pages had before.
    package func pages(changedBy changes: [TreeChange], formerAliases: Set<String>) throws -> Set<Int64>? {
        guard changes.count <= Self.changeLimit else { return nil }
        var changed = formerAliases
        var moved: Set<String> = []
        var pages: Set<Int64> = []
        for change in changes {
            changed.formUnion(try keys(of: change))
            changed.formUnion(try rivals(of: change))
            guard change.old == nil || change.new == nil else { continue }
            let folders = self.folders(of: change)
            moved.formUnion(folders.map { LookupKey.ofName($0) })
            // A page beside a folder reads its links from inside it, as long as there is one.
            let beside = folders.compactMap { $0.relative(to: layout.root) }.filter { !$0.isRoot }
            pages.formUnion(try beside.compactMap { try index.page(path: $0)?.id })
        }
        // Titles, places, aliases and redirects live in the text: a link to a changed page may read differently.
        pages.formUnion(try index.linking(to: changed.union(moved), embedsOnly: false).map(\.page))
        let redirects = try redirects(to: changed.union(moved))
        pages.formUnion(redirects.pages)
        pages.formUnion(try index.linkingToPlaces(of: redirects.keys))
        // What shows such a page in place shows its links, too.
        return try pages.union(showing(pages, and: changed))
    }

    /// The pages that show some pages in place, or another page that does. Cost: a few lookups for each of the pages.
    package func showing(_ pages: Set<Int64>) throws -> Set<Int64> { try showing(pages, and: []) }

    /// The pages whose redirects lead to what has one of these keys, also by way of others, and the keys under which links find them.
    package func redirects(to keys: Set<String>) throws -> (pages: Set<Int64>, keys: Set<String>) {
        var (pages, all): (Set<Int64>, Set<String>) = ([], [])
        var next = keys
        for _ in 0..<WikiSnapshot.redirectLimit where !next.isEmpty {
            let found = try index.redirecting(to: next).filter { pages.insert($0.id).inserted }
            next = try Set(found.flatMap { try names(of: $0.path, $0) })
            all.formUnion(next)
        }
        return (pages, all)
    }

    /// The same, and those that show in place what has one of these keys.
    private func showing(_ shown: Set<Int64>, and keys: Set<String>) throws -> Set<Int64> {
        guard try index.hasEmbeds() else { return [] }
        var pages: Set<Int64> = []
        var next = try keys.union(names(of: shown))
        for _ in 0..<embedDepth where !next.isEmpty {
            let more = try index.linking(to: next, embedsOnly: true).map(\.page).filter { pages.insert($0).inserted }
            next = try names(of: more)
        }
        return pages
    }

    private func names(of pages: some Sequence<Int64>) throws -> Set<String> {
        try Set(pages.flatMap { page in try index.page(id: page).map { try names(of: $0.path, $0) } ?? [] })
    }

    private func keys(of change: TreeChange) throws -> Set<String> {
        guard let path = change.path.relative(to: layout.root) else { return [LookupKey.ofName(change.path)] }
        let names = try names(of: PagesLayout.withoutExtension(path) ?? path, index.page(file: change.path))
        return names.union([LookupKey.ofName(path)]).union(try nameKeys(index.names(ofPagesOnceAt: change.path)))
    }

    /// The keys under which links find a page: its name, its folder's where it may stand for that, its aliases and former names.
    private func names(of path: GitPath, _ page: Page?) throws -> Set<String> {
        var keys: Set<String> = [LookupKey.ofName(path)]
        if FolderPage.names.contains(String(decoding: path.name, as: UTF8.self).lowercased()) {
            keys.insert(LookupKey.ofName(path.parent))
            keys.insert(Self.noName)
        } else if try isHome(path) || index.isFolder(path) {
            keys.insert(Self.noName)
        }
        if let page { keys.formUnion(try index.aliases(of: page.id) + nameKeys(index.files(of: page.id))) }
        return keys
    }

    /// A name that a page had leads to it as long as nothing else has it.
    private func nameKeys(_ files: [GitPath]) -> Set<String> {
        Set(files.compactMap { $0.relative(to: layout.root) }.map { LookupKey.ofName(PagesLayout.withoutExtension($0) ?? $0) })
    }

    /// The keys of the pages that may stand for a folder, or no longer, since another one does or no longer does: a text too may
    /// make its page a redirect, which stands for none.
    private func rivals(of change: TreeChange) throws -> Set<String> {
        guard let file = change.path.relative(to: layout.root), let path = PagesLayout.withoutExtension(file) else { return [] }
        var folders: Set<GitPath> = []
        if FolderPage.names.contains(String(decoding: path.name, as: UTF8.self).lowercased()) { folders.insert(path.parent) }
        if try index.isFolder(path) { folders.insert(path) }
        if isHome(path) { folders.insert(.root) }
        var keys: Set<String> = []
        for folder in folders {
            for name in FolderPage.names {
                let alike = try index.pages(like: folder.appending(name.utf8)).filter { $0.path.parent == folder && $0.path != path }
                for page in alike { keys.formUnion(try names(of: page.path, page)) }
            }
        }
        return keys
    }

    /// The key of links that name a folder by the way to it alone: `/`, `./` and `../`.
    private static let noName = LookupKey.ofName(.root)

    private func isHome(_ path: GitPath) -> Bool {
        guard let home else { return false }
        return [home, PagesLayout.withoutExtension(home)].contains { $0.map { LookupKey.of($0) } == LookupKey.of(path) }
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
