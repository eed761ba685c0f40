import Git
import Presentation
import WikiCore

/// What changed since the site that stands there was made, beyond the texts of pages.
extension JobLister {
    mutating func findAffected(_ snapshot: WikiSnapshot) throws {
        guard let old, let before = ObjectID(hex: old.basis.tree), let after = ObjectID(hex: plan.basis.tree) else { return }
        // What was rewritten may stand where something else did.
        guard let shown = ObjectID(hex: old.basis.commit), try snapshot.index.commit(shown) != nil else {
            isAll = true
            return
        }
        let changes = try snapshot.repository.changes(from: before, to: after)
        var aliases: Set<String> = []
        for change in changes {
            guard let page = try snapshot.index.page(file: change.path) else { continue }
            if change.old == nil, page.revisions > 1, plan.content.places[page.id] == nil { hiddenAndMoved.append(page.id) }
            if let unit = old["page \(page.id)"] { aliases.formUnion(PageNote(unit.note).aliases) }
        }
        for name in vanished(old, "page ") { aliases.formUnion(old[name].map { PageNote($0.note).aliases } ?? []) }
        let impact = LinkImpact(
            index: snapshot.index, layout: snapshot.layout, home: snapshot.configuration.pages.home.map { GitPath($0) },
            embedDepth: snapshot.configuration.limits.embedDepth)
        guard let pages = try impact.pages(changedBy: changes, formerAliases: aliases) else {
            isAll = true
            return
        }
        affected = pages
        try findLinkingToShown(old, snapshot, impact)
    }

    /// Pages that lead to what the site shows now and did not, or no longer: drafts come and go without a file.
    mutating func findLinkingToShown(_ old: SitePlan, _ snapshot: WikiSnapshot, _ impact: LinkImpact) throws {
        var paths = vanished(old, "page ").compactMap { old[$0].map { PageNote($0.note).path } }
        for entry in plan.content.entries where old.key("page \(entry.page.id)") == nil { paths.append(entry.page.path) }
        let folders = Set(plan.content.folders.map { "folder \($0.hexName)" })
        let before = Set(old.names.filter { $0.hasPrefix("folder ") })
        paths += plan.content.folders.filter { !before.contains("folder \($0.hexName)") }
        paths += before.subtracting(folders).map { GitPath(hexName: String($0.dropFirst(7))) }
        guard paths.count <= Self.renameLimit else {
            isAll = true
            return
        }
        var keys: Set<String> = []
        for path in paths where !path.isRoot {
            keys.insert(LookupKey.ofName(path))
            // A folder comes and goes with the pages in it.
            if !path.parent.isRoot { keys.insert(LookupKey.ofName(path.parent)) }
            // Nor does a page stand in its place whose file is called like a folder.
            var folder = path
            while !folder.isRoot {
                if let page = StaticNames.pageGivingWay(to: folder.name) { keys.insert(LookupKey.of(page)) }
                folder = folder.parent
            }
        }
        // Nor does a redirect stand in the site whose end is not shown.
        keys.formUnion(try impact.redirects(to: keys).keys)
        let linking = Set(try snapshot.index.linking(to: keys, embedsOnly: false).map(\.page))
        affected.formUnion(try linking.union(impact.showing(linking)))
    }

    /// Names and credits that changed for what was there already: they stand on every page.
    mutating func findRecredited() {
        guard let old, !isAll, old.basis.people != plan.basis.people else { return }
        let now = Dictionary(plan.content.people.map { ("person \(GitPath($0.address).hexName)", PersonNote($0)) }) { one, _ in one }
        for name in old.names where name.hasPrefix("person ") {
            guard let person = now[name], let unit = old[name] else {
                isAll = true
                return
            }
            let before = PersonNote(unit.note)
            if person.names != before.names || person.edits < before.edits {
                isAll = true
                return
            }
        }
    }

    func vanished(_ old: SitePlan, _ prefix: String) -> [String] {
        old.names.filter { $0.hasPrefix(prefix) && (Int64($0.dropFirst(prefix.count)).map { plan.content.places[$0] == nil } ?? true) }
    }

    /// Pages that are called something else now are named in lists of changes.
    mutating func followNames(_ snapshot: WikiSnapshot) throws {
        guard let old, !isAll else { return }
        var pages: [Int64] = vanished(old, "page ").compactMap { Int64($0.dropFirst(5)) } + hiddenAndMoved
        for job in jobs {
            guard case .page(let index) = job.kind else { continue }
            let entry = plan.content.entries[index]
            // One that was not shown, though it was there, has a past that names it; a redirect comes without an edit once it leads
            // nowhere.
            let hasPast = entry.page.revisions > 1 || entry.page.redirect != nil
            let isOther = old[job.name].map { PageNote($0.note).names != names(entry) } ?? hasPast
            if isOther { pages.append(entry.page.id) }
        }
        if pages.count > Self.renameLimit { isAll = true }
        for page in pages.prefix(Self.renameLimit) {
            for revision in try snapshot.index.revisions(of: page, limit: .max) {
                renamed.insert(revision.place)
                if let person = revision.person { renamedFor.insert(person) }
            }
        }
    }

    /// What the search has to read again: what only reads differently has the words that it had.
    mutating func findChanged() {
        guard let old, !isAll else { return }
        var changed = Set(vanished(old, "page ").compactMap { Int64($0.dropFirst(5)) })
        for job in jobs {
            if case .page(let index) = job.kind, old.key(job.name) != job.key { changed.insert(plan.content.entries[index].page.id) }
        }
        changedPages = changed
    }

    func names(_ entry: SiteContent.Entry) -> UInt64 {
        PageNote(entry, file: plan.site.file(at: entry.address.bytes), aliases: []).names
    }
}
