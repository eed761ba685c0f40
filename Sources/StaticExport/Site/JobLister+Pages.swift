import Git
import Presentation
import WikiCore

/// Pages and their pasts.
extension JobLister {
    mutating func listPages(_ snapshot: WikiSnapshot) {
        let parts = PartsOfFolders(plan.content.parts, affected: affected)
        for (index, entry) in plan.content.entries.enumerated() {
            let page = entry.page
            let around = parts[page.path.parent]
            var key = UnitKey()
            key.add(page.blob.bytes)
            key.add(page.lastCommit)
            key.add(entry.address.bytes)
            key.add(entryKey(index))
            key.add(around.key)
            key.add(crumbs(page.path.parent))
            // The newest change may be shown no longer.
            key.add(changes[page.id] == nil ? 0 : 1)
            let neighbours = plan.content.neighbours(of: page.id)
            key.add(entryKey(neighbours.previous.flatMap { plan.content.places[$0.page] }))
            key.add(entryKey(neighbours.next.flatMap { plan.content.places[$0.page] }))
            if let versions { key.add(versions.key(entry.address.bytes)) }
            if !around.hasSidebar { key.add(sidebarKey(page.path.parent)) }
            let isForced = affected.contains(page.id) || around.isAffected
            let isKept = add("page \(page.id)", key, .page(index), isForced: isForced)
            let broken = BrokenLink.unit(page.id)
            if isKept, let old, old.key(broken) != nil { kept.keep(broken, from: old) }
        }
    }

    /// What stands beside the pages of a folder where nobody wrote a sidebar: the way to it, and what is in each folder on it.
    mutating func sidebarKey(_ folder: GitPath) -> Int64 {
        if let known = sidebars[folder] { return known }
        var key = UnitKey()
        for inner in plan.tree[folder].folders where plan.tree[inner].total > 0 {
            key.add(inner.bytes)
            key.add(plan.site.file(at: inner.bytes) ?? "")
            key.add(plan.content.entries(at: inner)?.page.title ?? "")
        }
        addPages(of: folder, to: &key)
        key.add(folder.isRoot ? navigation : sidebarKey(folder.parent))
        let value = Int64(bitPattern: key.value)
        sidebars[folder] = value
        return value
    }

    /// The lists that are shown beside pages, with all that they say of each page.
    /// - Parameter entryKeys: where each entry stands and what it is called.
    static func navigation(_ snapshot: WikiSnapshot, _ plan: RunPlan, _ entryKeys: [Int64]) throws -> Int64 {
        var key = UnitKey()
        for list in plan.content.lists {
            key.add(Int64(list.folders.count))
            for folder in list.folders { key.add(folder.bytes) }
            key.add(Int64(list.lines.count))
            for line in list.lines {
                key.add(line.label)
                key.add(Int64(line.depth))
                guard let id = line.page else { continue }
                key.add(id)
                if let place = plan.content.places[id] {
                    key.add(entryKeys[place])
                } else if let page = try snapshot.index.page(id: id) {
                    // It is named, although the site does not hold it.
                    key.add(page.path.bytes)
                    key.add(page.title)
                    key.add(page.isDraft || page.redirect != nil ? 0 : 1)
                }
            }
        }
        return Int64(bitPattern: key.value)
    }

    mutating func listHistory(
        _ index: Int, _ depth: HistoryDepth, _ snapshot: WikiSnapshot
    ) throws {
        let entry = plan.content.entries[index]
        let page = entry.page
        var name = UnitKey()
        name.add(entry.address.bytes)
        name.add(entryKey(index))
        name.add(crumbs(page.path.parent))
        var key = name
        key.add(Int64(SitePress.clock(plan.now)))
        key.add(page.lastCommit)
        key.add(Int64(page.revisions))
        for commit in changes[page.id] ?? [] { key.add(commit.hex) }
        let isSame = try add("history \(page.id)", key, .history(index), isForced: areSourcesOther(page.id, snapshot))
        let sources = PageSources.unit(page.id)
        if isSame, let old, old.key(sources) != nil { kept.keep(sources, from: old) }
        switch depth {
        case .none: break
        case .recent:
            guard let commits = changes[page.id] else { return }
            var part = name
            for commit in commits { part.add(commit.hex) }
            add("differences \(page.id)", part, .differences(index, commits))
        case .full:
            // A page whose past is the same is not even read.
            let revisions = isSame ? [] : try snapshot.index.revisions(of: page.id, limit: .max).reversed().map(\.id)
            let size = SitePress.listSize
            for start in stride(from: 0, to: page.revisions, by: size) {
                let unit = "differences \(page.id) \(start)"
                if isSame, let old, old.key(unit) != nil {
                    kept.keep(unit, from: old)
                } else {
                    let all = isSame ? try snapshot.index.revisions(of: page.id, limit: .max).reversed().map(\.id) : revisions
                    listDifferences(unit, index, name, all, start)
                }
            }
        }
    }

    /// Whether something is said otherwise now of the pages from which words of a page came.
    func areSourcesOther(_ page: Int64, _ snapshot: WikiSnapshot) throws -> Bool {
        let name = PageSources.unit(page)
        guard let old, let key = old.key(name), let unit = old[name] else { return false }
        return try PageSources(note: unit.note).key(plan, snapshot) != key
    }

    /// Some of a page's differences, with the revisions to which the first and the last of them lead.
    mutating func listDifferences(_ unit: String, _ index: Int, _ name: UnitKey, _ revisions: [ObjectID], _ start: Int) {
        guard start < revisions.count else { return }
        let end = min(start + SitePress.listSize, revisions.count)
        var key = name
        for revision in revisions[max(0, start - 1)..<min(end + 1, revisions.count)] { key.add(revision.hex) }
        add(unit, key, .differences(index, Array(revisions[start..<end])))
    }
}
