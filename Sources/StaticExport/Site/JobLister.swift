import Git
import Presentation
import WikiCore

/// Compares what a site depends on with what it depended on, and lists what must be made.
struct JobLister {
    private(set) var jobs: [RunPlan.Job] = []
    private(set) var kept = SitePlan()
    private let plan: RunPlan
    private let old: SitePlan?
    /// Pages that read differently although their text is the same.
    private var affected: Set<Int64> = []
    /// True where too much changed to tell pages apart.
    private var isAll = false
    private var sidebars: [GitPath: Int64] = [:]
    private let navigation: Int64
    private let versions: SiteVersions?
    private var changes: [Int64: [ObjectID]] = [:]
    private var crumbs: [GitPath: String] = [:]
    /// Commits that lists name with a page that is called something else now.
    private var renamed: Set<Int64> = []
    /// The pages whose text, name or place changed, and those that are gone; nil where all are made.
    private(set) var changedPages: Set<Int64>?
    /// People whose pages name such a page.
    private var renamedFor: Set<String> = []

    /// How many pages' old names are followed into lists; more make all lists anew.
    private static let renameLimit = 200

    init(
        _ plan: RunPlan, _ snapshot: WikiSnapshot, window: Window, theme: String, versions: SiteVersions?
    ) throws {
        self.plan = plan
        old = plan.old
        self.versions = versions
        navigation = try Self.navigation(snapshot, plan)
        try findAffected(snapshot)
        findRecredited()
        let changes = window.changes
        self.changes = changes
        listPages(snapshot)
        findChanged()
        try followNames(snapshot)
        if window.depth != .none {
            for index in plan.content.entries.indices { try listHistory(index, window.depth, changes, snapshot) }
        }
        listFolders()
        listFiles()
        listTags()
        listPeople(window.changesOfPeople)
        listChanges(window)
        for stub in plan.stubs {
            var key = UnitKey()
            key.add(plan.site.file(at: stub.address.bytes) ?? "")
            key.add(plan.content.entries(at: stub.address)?.page.title ?? "")
            add("stub \(stub.file)", key, .stub(file: stub.file, address: stub.address))
        }
        var key = UnitKey()
        key.add(theme)
        add("assets", key, .assets)
        listWhole()
    }

    /// What is about the site as a whole.
    private mutating func listWhole() {
        add("search page", UnitKey(), .searchPage)
        if !plan.ownFiles.contains("404.html") { add("not found", UnitKey(), .notFound) }
        // What machines read names every page and when it changed.
        var key = UnitKey()
        key.add(plan.basis.commit)
        for (name, kind) in [("colophon", RunPlan.Kind.colophon), ("catalogue", .catalogue), ("models", .models), ("notices", .notices)] {
            add(name, key, kind)
        }
        let isSame = old != nil && changedPages?.isEmpty == true
        if isSame, let old, old.key(RunPlan.searchUnit) != nil {
            kept.keep(RunPlan.searchUnit, from: old)
        } else {
            // The longest job begins first.
            jobs.insert(RunPlan.Job(name: RunPlan.searchUnit, key: 1, kind: .search), at: 0)
        }
    }

    // MARK: What changed

    private mutating func findAffected(_ snapshot: WikiSnapshot) throws {
        guard let old, let before = ObjectID(hex: old.basis.tree), let after = ObjectID(hex: plan.basis.tree) else { return }
        // What was rewritten may stand where something else did.
        guard let shown = ObjectID(hex: old.basis.commit), try snapshot.index.commit(shown) != nil else {
            isAll = true
            return
        }
        let changes = try snapshot.repository.changes(from: before, to: after)
        var aliases: Set<String> = []
        for change in changes {
            guard let page = try snapshot.index.page(file: change.path), let unit = old["page \(page.id)"] else { continue }
            aliases.formUnion(PageNote(unit.note).aliases)
        }
        for name in vanished(old, "page ") { aliases.formUnion(old[name].map { PageNote($0.note).aliases } ?? []) }
        let impact = LinkImpact(index: snapshot.index, layout: snapshot.layout, embedDepth: snapshot.configuration.limits.embedDepth)
        guard let pages = try impact.pages(changedBy: changes, formerAliases: aliases) else {
            isAll = true
            return
        }
        affected = pages
        try findLinkingToShown(old, snapshot)
    }

    /// Pages that lead to what the site shows now and did not, or no longer: drafts come and go without a file.
    private mutating func findLinkingToShown(_ old: SitePlan, _ snapshot: WikiSnapshot) throws {
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
        }
        affected.formUnion(try snapshot.index.linking(to: keys, embedsOnly: false).map(\.page))
    }

    /// Names and credits that changed for what was there already: they stand on every page.
    private mutating func findRecredited() {
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

    private func vanished(_ old: SitePlan, _ prefix: String) -> [String] {
        old.names.filter { $0.hasPrefix(prefix) && (Int64($0.dropFirst(prefix.count)).map { plan.content.places[$0] == nil } ?? true) }
    }

    /// Pages that are called something else now are named in lists of changes.
    private mutating func followNames(_ snapshot: WikiSnapshot) throws {
        guard let old, !isAll else { return }
        var pages: [Int64] = vanished(old, "page ").compactMap { Int64($0.dropFirst(5)) }
        for job in jobs {
            guard case .page(let index) = job.kind else { continue }
            let entry = plan.content.entries[index]
            // One that was not shown, though it was there, has a past that names it.
            // One whose redirect leads nowhere any more comes without a revision.
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
    private mutating func findChanged() {
        guard let old, !isAll else { return }
        var changed = Set(vanished(old, "page ").compactMap { Int64($0.dropFirst(5)) })
        for job in jobs {
            if case .page(let index) = job.kind, old.key(job.name) != job.key { changed.insert(plan.content.entries[index].page.id) }
        }
        changedPages = changed
    }

    private func names(_ entry: SiteContent.Entry) -> UInt64 {
        PageNote(entry, file: plan.site.file(at: entry.address.bytes), aliases: []).names
    }

    private mutating func add(_ name: String, _ key: UnitKey, _ kind: RunPlan.Kind, isForced: Bool = false) {
        let value = key.value
        if !isForced, !isAll, let old, old.key(name) == value {
            kept.keep(name, from: old)
        } else {
            jobs.append(RunPlan.Job(name: name, key: value, kind: kind))
        }
    }

    // MARK: Pages

    private mutating func listPages(_ snapshot: WikiSnapshot) {
        let parts = PartsOfFolders(plan.content.parts, affected: affected)
        for (index, entry) in plan.content.entries.enumerated() {
            let page = entry.page
            let around = parts[page.path.parent]
            var key = UnitKey()
            key.add(page.blob.hex)
            key.add(page.lastCommit)
            key.add(page.title)
            key.add(entry.address.bytes)
            key.add(plan.site.file(at: entry.address.bytes) ?? "")
            key.add(around.key)
            key.add(crumbs(page.path.parent))
            // The newest change may be shown no longer.
            key.add(changes[page.id] == nil ? 0 : 1)
            let neighbours = plan.content.neighbours(of: page.id)
            for step in [neighbours.previous, neighbours.next] {
                key.add(step?.title ?? "")
                key.add(step.flatMap { plan.site.file(at: $0.address.bytes) } ?? "")
            }
            if let versions { key.add(versions.key(entry.address.bytes)) }
            if !around.hasSidebar { key.add(sidebarKey(page.path.parent)) }
            let isForced = affected.contains(page.id) || around.isAffected
            add("page \(page.id)", key, .page(index), isForced: isForced)
            let broken = BrokenLink.unit(page.id)
            if !isForced, !isAll, let old, old.key(broken) != nil, old.key("page \(page.id)") == key.value { kept.keep(broken, from: old) }
        }
    }

    /// What stands beside the pages of a folder where nobody wrote a sidebar: the way to it, and what is in each folder on it.
    private mutating func sidebarKey(_ folder: GitPath) -> Int64 {
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

    /// The lists that other programs keep of a wiki's pages.
    private static func navigation(_ snapshot: WikiSnapshot, _ plan: RunPlan) throws -> Int64 {
        var key = UnitKey()
        for file in try NavigationFile.files(in: snapshot.layout).compactMap({ try snapshot.entry($0) }) { key.add(file.id.hex) }
        for entry in plan.content.entries where entry.page.path.name.elementsEqual("SUMMARY".utf8) { key.add(entry.page.blob.hex) }
        return Int64(bitPattern: key.value)
    }

    private mutating func listHistory(
        _ index: Int, _ depth: HistoryDepth, _ changes: [Int64: [ObjectID]], _ snapshot: WikiSnapshot
    ) throws {
        let entry = plan.content.entries[index]
        let page = entry.page
        var name = UnitKey()
        name.add(page.title)
        name.add(entry.address.bytes)
        name.add(plan.site.file(at: entry.address.bytes) ?? "")
        name.add(crumbs(page.path.parent))
        var key = name
        key.add(Int64(SitePress.clock(plan.now)))
        key.add(page.lastCommit)
        key.add(Int64(page.revisions))
        for commit in changes[page.id] ?? [] { key.add(commit.hex) }
        add("history \(page.id)", key, .history(index))
        let isSame = !isAll && old?.key("history \(page.id)") == key.value
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

    /// Some of a page's differences, with the revisions to which the first and the last of them lead.
    private mutating func listDifferences(_ unit: String, _ index: Int, _ name: UnitKey, _ revisions: [ObjectID], _ start: Int) {
        guard start < revisions.count else { return }
        let end = min(start + SitePress.listSize, revisions.count)
        var key = name
        for revision in revisions[max(0, start - 1)..<min(end + 1, revisions.count)] { key.add(revision.hex) }
        add(unit, key, .differences(index, Array(revisions[start..<end])))
    }

    // MARK: Lists

    private mutating func listFolders() {
        for folder in plan.content.folders {
            var key = UnitKey()
            addChildren(folder, to: &key)
            for file in plan.tree[folder].files { key.add(plan.content.files[file].file.blob.hex) }
            key.add(plan.site.file(at: folder.bytes) ?? "")
            add("folder \(folder.hexName)", key, .folder(folder))
        }
        for folder in plan.tree.withPages {
            var key = UnitKey()
            addTree(folder, to: &key, depth: 0)
            add("listing \(folder.hexName)", key, .listing(folder))
        }
    }

    private func addChildren(_ folder: GitPath, to key: inout UnitKey) {
        for inner in plan.tree[folder].folders {
            key.add(inner.bytes)
            key.add(plan.site.file(at: inner.bytes) ?? "")
            key.add(Int64(plan.tree[inner].total))
        }
        addPages(of: folder, to: &key)
        for file in plan.tree[folder].files { key.add(plan.site.file(at: plan.content.files[file].path.bytes) ?? "") }
    }

    private func addPages(of folder: GitPath, to key: inout UnitKey) {
        for page in plan.tree[folder].pages {
            let entry = plan.content.entries[page]
            key.add(plan.site.file(at: entry.address.bytes) ?? "")
            key.add(entry.page.title)
        }
    }

    /// Where the folders above a page are.
    private mutating func crumbs(_ folder: GitPath) -> String {
        if let known = crumbs[folder] { return known }
        let own = plan.site.file(at: folder.bytes) ?? ""
        let all = folder.isRoot ? own : "\(crumbs(folder.parent)) \(own)"
        crumbs[folder] = all
        return all
    }

    /// What a listing shows: a small folder with all that is below it.
    private func addTree(_ folder: GitPath, to key: inout UnitKey, depth: Int) {
        addChildren(folder, to: &key)
        guard plan.tree[folder].total <= SitePress.wholeTree, depth < 100 else { return }
        for inner in plan.tree[folder].folders { addTree(inner, to: &key, depth: depth + 1) }
    }

    private mutating func listFiles() {
        for (index, file) in plan.content.files.enumerated() {
            var key = UnitKey()
            key.add(file.file.blob.hex)
            key.add(plan.site.file(at: file.path.bytes) ?? "")
            add("file \(file.path.hexName)", key, .file(index))
        }
        for (index, file) in plan.content.outside.enumerated() {
            var key = UnitKey()
            key.add(file.blob.hex)
            add("outside \(file.file.hexName)", key, .outside(index))
        }
    }

    private mutating func listTags() {
        for (tag, found) in plan.content.tags {
            var key = UnitKey()
            key.add(found.name)
            for page in found.pages {
                guard let entry = plan.content.entry(of: page) else { continue }
                key.add(plan.site.file(at: entry.address.bytes) ?? "")
                key.add(entry.page.title)
            }
            add("tag \(GitPath(tag).hexName)", key, .tag(tag))
        }
    }

    /// - Parameter changes: those of each person that are shown.
    private mutating func listPeople(_ changes: [String: [ObjectID]]) {
        let week = Int64(CalendarWeek.of(plan.now))
        var all = UnitKey()
        for (index, person) in plan.content.people.enumerated() {
            var key = UnitKey()
            key.add(person.name)
            for number in [person.edits, person.written, person.living, person.isUnconfirmed ? 1 : 0] { key.add(Int64(number)) }
            key.add(person.last.place)
            for commit in changes[person.address] ?? [] { key.add(commit.hex) }
            all.add(Int64(bitPattern: key.value))
            key.add(week)
            add("person \(GitPath(person.address).hexName)", key, .person(index), isForced: renamedFor.contains(person.address))
        }
        add("people", all, .people)
    }

    private mutating func listChanges(_ window: Window) {
        let size = SitePress.listSize
        let parts = (plan.commits.count + size - 1) / size
        var newest = UnitKey()
        newest.add(plan.basis.commit)
        add("recent", newest, .recent(-1))
        for part in 0..<max(0, parts) {
            let range = part * size..<min(plan.commits.count, (part + 1) * size)
            var key = UnitKey()
            for commit in plan.commits[range] { key.add(commit.id.hex) }
            let isForced = plan.commits[range].contains { renamed.contains($0.place) }
            add("commits \(part)", key, .commits(part), isForced: isForced)
            // The newest two parts are the list without a number.
            if part < parts - 2 { add("recent \(part)", key, .recent(part), isForced: isForced) }
        }
    }
}

extension GitPath {
    /// A name without tabs and line ends.
    var hexName: String { String(decoding: bytes.flatMap { $0 > 0x20 && $0 < 0x7F && $0 != 0x25 ? [$0] : Self.escape($0) }, as: UTF8.self) }

    /// The path of such a name.
    init(hexName name: String) {
        var bytes: [UInt8] = []
        var rest = name.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? byte)
            rest = rest.dropFirst(2)
        }
        self.init(bytes: bytes)
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
