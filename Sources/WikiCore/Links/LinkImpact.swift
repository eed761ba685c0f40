package import Git

/// Tells which pages read differently since something that they link to came, went or (where it is shown in place) changed.
package struct LinkImpact {
    private let index: IndexReader
    private let layout: PagesLayout
    /// Pages within pages within pages: how far a change of what is embedded is followed.
    private let embedDepth: Int

    /// So many changes are not looked at one by one.
    private static let changeLimit = 1000

    /// - Parameter index: the state after the changes.
    package init(index: IndexReader, layout: PagesLayout, embedDepth: Int) {
        self.index = index
        self.layout = layout
        self.embedDepth = embedDepth
    }

    /// The pages whose links, embeds or folder may have changed; nil where there are too many changes to tell. Cost: that of the
    /// changes and of the links to what changed.
    /// - Parameter formerAliases: the keys of aliases that changed pages had before.
    package func pages(changedBy changes: [TreeChange], formerAliases: Set<String>) throws -> Set<Int64>? {
        guard changes.count <= Self.changeLimit else { return nil }
        var changed = formerAliases
        var pages = try Set(index.linking(to: changed, embedsOnly: false).map(\.page))
        for change in changes {
            let keys = try self.keys(of: change, index)
            changed.formUnion(keys)
            let cameOrWent = change.old == nil || change.new == nil
            // Titles, aliases and redirects live in the text: a link to a changed page may read differently.
            pages.formUnion(try index.linking(to: keys, embedsOnly: false).map(\.page))
            guard cameOrWent else { continue }
            let folders = self.folders(of: change)
            pages.formUnion(try index.linking(to: Set(folders.map { LookupKey.ofName($0) }), embedsOnly: false).map(\.page))
            // A page beside a folder reads its links from inside it, as long as there is one.
            let beside = folders.compactMap { $0.relative(to: layout.root) }.filter { !$0.isRoot }
            pages.formUnion(try beside.compactMap { try index.page(path: $0)?.id })
        }
        var seen: Set<Int64> = []
        for _ in 0..<embedDepth where !changed.isEmpty {
            let more = try index.linking(to: changed, embedsOnly: true).map(\.page).filter { seen.insert($0).inserted }
            pages.formUnion(more)
            changed = try Set(more.flatMap { try index.page(id: $0).map { try names(of: $0.path, $0, index) } ?? [] })
        }
        return pages
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
