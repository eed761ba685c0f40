import Git
import Presentation
import WikiCore

/// Compares what a site depends on with what it depended on, and lists what must be made.
struct JobLister {
    var jobs: [RunPlan.Job] = []
    var kept = SitePlan()
    let plan: RunPlan
    /// Of each entry, where it stands and what it is called, as whatever names it sees them.
    private let entryKeys: [Int64]
    let old: SitePlan?
    /// Pages that read differently although their text is the same.
    var affected: Set<Int64> = []
    /// True where too much changed to tell pages apart.
    var isAll = false
    var sidebars: [GitPath: Int64] = [:]
    let navigation: Int64
    let versions: SiteVersions?
    var changes: [Int64: [ObjectID]] { plan.changes }
    var crumbs: [GitPath: String] = [:]
    /// Pages that the site does not show and that stand elsewhere now: a sidebar's edits are listed, and a draft's are not.
    var hiddenAndMoved: [Int64] = []
    /// Commits that lists name with a page that is called something else now.
    var renamed: Set<Int64> = []
    /// The pages whose text, name or place changed, and those that are gone; nil where all are made.
    var changedPages: Set<Int64>?
    /// People whose pages name such a page.
    var renamedFor: Set<String> = []

    /// How many pages' old names are followed into lists; more make all lists anew.
    static let renameLimit = 200

    init(
        _ plan: RunPlan, _ snapshot: WikiSnapshot, window: Window, theme: String, versions: SiteVersions?
    ) throws {
        self.plan = plan
        old = plan.old
        self.versions = versions
        let entryKeys = plan.content.entries.map { entry in
            var key = UnitKey()
            key.add(plan.site.file(at: entry.address.bytes) ?? "")
            key.add(entry.page.title)
            return Int64(bitPattern: key.value)
        }
        self.entryKeys = entryKeys
        navigation = try Self.navigation(snapshot, plan, entryKeys)
        try findAffected(snapshot)
        findRecredited()
        listPages(snapshot)
        findChanged()
        try followNames(snapshot)
        if window.depth != .none {
            for index in plan.content.entries.indices { try listHistory(index, window.depth, snapshot) }
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
    mutating func listWhole() {
        add("search page", UnitKey(), .searchPage)
        if !plan.ownFiles.contains("404.html") { add("not found", UnitKey(), .notFound) }
        // What machines read names every page, when it changed and who wrote it.
        var key = UnitKey()
        key.add(plan.basis.commit)
        key.add(plan.basis.people)
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

    /// Where a page stands and what it is called, by its place among the entries; 0 for one that is not shown.
    func entryKey(_ index: Int?) -> Int64 { index.map { entryKeys[$0] } ?? 0 }

    /// - Returns: true where the unit stays as it is.
    @discardableResult mutating func add(_ name: String, _ key: UnitKey, _ kind: RunPlan.Kind, isForced: Bool = false) -> Bool {
        let value = key.value
        if !isForced, !isAll, let old, old.key(name) == value {
            kept.keep(name, from: old)
            return true
        }
        jobs.append(RunPlan.Job(name: name, key: value, kind: kind))
        return false
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

    static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
