import Git
import Presentation
import WikiCore

/// An edit came between the last look at the authors and the state that is exported: they are looked at again.
struct AuthorsMissing: Error {}

/// What a run has to make, told from the state of the wiki and from what the last run left. Immutable once it is made.
struct RunPlan {
    /// One thing to make.
    struct Job {
        let name: String
        let key: UInt64
        let kind: Kind
    }

    /// The kinds of things that a site is made of.
    enum Kind {
        case page(Int)
        /// A page's lists of revisions, its authors and its feed.
        case history(Int)
        /// What some revisions of a page changed.
        case differences(Int, [ObjectID])
        case folder(GitPath)
        case listing(GitPath)
        case file(Int)
        case outside(Int)
        case tag(String)
        case person(Int)
        case people
        case recent(Int)
        case commits(Int)
        case stub(file: String, address: GitPath)
        case assets
        case search
        case searchPage
        case notFound
        case colophon
        case catalogue
        case models
        case notices
    }

    /// All pages, read once for all threads.
    let table: PageTable
    let content: SiteContent
    let tree: SiteTree
    let site: StaticSite
    let basis: SitePlan.Basis
    let old: SitePlan?
    /// Units that stay as they are.
    private(set) var kept = SitePlan()
    private(set) var jobs: [Job] = []
    /// The clock of the site: when its commit was made.
    let now: Int64
    /// The commits whose differences are shown of each page, newest first; nothing where all are.
    let changes: [Int64: [ObjectID]]
    /// The commits that changed something and may be told of, oldest first; none where the past is not shown whole.
    let commits: [(place: Int64, id: ObjectID)]
    /// The aliases of pages, by the keys by which links find them.
    let aliases: [Int64: [String]]
    /// The addresses from which the site only leads on.
    let moved: [MovedAddress]
    /// The files that do.
    var stubs: [(file: String, address: GitPath)] { moved.compactMap { moved in moved.file.map { ($0, moved.address) } } }
    /// Where pages and files of the wiki stand at the root of the site, but for case: the site's own files give way to them.
    let ownFiles: Set<String>
    /// The pages whose words, names or places changed, and those that are gone; nil where all are made.
    private(set) var changedPages: Set<Int64>?

    /// The unit of the search's index.
    static let searchUnit = "search"

    init(_ snapshot: WikiSnapshot, export: SiteExport, basis: SitePlan.Basis, old: SitePlan?) throws {
        // What is shown of authors must be known of all pages, or a later run would find it as it is.
        if try snapshot.index.isAnyAuthorshipDue() { throw AuthorsMissing() }
        table = try snapshot.index.pageTable()
        let snapshot = snapshot.reading(table)
        content = try SiteContent(snapshot, pattern: export.options.pages)
        self.basis = basis
        now = try snapshot.tip.map { try snapshot.repository.commit($0).committer.time } ?? 0
        var old = old?.basis.settings == basis.settings ? old : nil
        tree = SiteTree(content)
        let window = try Window(snapshot, export.options.history, content)
        commits = window.commits
        changes = window.changes
        aliases = try Dictionary(uniqueKeysWithValues: snapshot.index.pagesWithAliases().map { ($0, try snapshot.index.aliases(of: $0)) })
        var names = Self.names(content)
        moved = try MovedAddress.all(content, snapshot, aliased: aliases.keys.sorted(), &names)
        ownFiles = Set(
            (content.files.compactMap { $0.path.parent.isRoot ? names.file($0.path.bytes) : nil }
                + [names.file(Array("404".utf8))].compactMap(\.self)).map(StaticNames.folded))
        site = StaticSite(
            names: names, pages: Set(content.entries.map(\.page.path.bytes) + content.redirects.map(\.path.bytes)),
            past: window.past(content, names), tags: Self.tagStems(content),
            people: StaticNames.stems(of: content.people.map(\.address)), folders: tree.withPages.map(\.bytes),
            outsiders: content.outsiders,
            live: export.options.wikiURL.map { SiteURL(SiteAddress($0)) })
        // A plan whose tree is gone tells nothing of what changed since.
        if let tree = old.flatMap({ ObjectID(hex: $0.basis.tree) }), !snapshot.repository.contains(tree) { old = nil }
        self.old = old
        let lister = try JobLister(self, snapshot, window: window, theme: export.theme.version, versions: export.versions)
        (jobs, kept, changedPages) = (lister.jobs, lister.kept, lister.changedPages)
    }

    /// What the whole site depends on.
    static func basis(_ snapshot: WikiSnapshot, _ export: SiteExport) throws -> SitePlan.Basis {
        guard let tip = snapshot.tip else { throw ExportError.nothingToExport }
        let tree = try snapshot.repository.commit(tip).tree
        return SitePlan.Basis(
            settings: SettingsKey(export, snapshot.configuration).text, commit: tip.hex, tree: tree.hex,
            people: peopleKey(try snapshot.index.everyPerson()))
    }

    private static func peopleKey(_ people: [Person]) -> String {
        var key = UnitKey()
        for person in people {
            key.add(person.address)
            key.add(person.name)
            for number in [person.edits, person.written, person.living, person.isUnconfirmed ? 1 : 0] { key.add(Int64(number)) }
        }
        return String(key.value, radix: 16)
    }

    // MARK: Names

    /// Where pages, folders and files are.
    static func names(_ content: SiteContent) -> StaticNames {
        var addresses: [(path: [UInt8], kind: StaticNames.Kind)] = []
        var seen: Set<GitPath> = []
        for entry in content.entries {
            seen.insert(entry.address)
            let isFolder = entry.address != entry.page.path
            addresses.append((entry.address.bytes, isFolder ? .folder : .page))
        }
        for page in content.redirects where seen.insert(page.path).inserted { addresses.append((page.path.bytes, .page)) }
        addresses += content.folders.filter { seen.insert($0).inserted }.map { ($0.bytes, .folder) }
        addresses += content.files.filter { seen.insert($0.path).inserted }.map { ($0.path.bytes, .file) }
        let isFree = !addresses.contains { $0.kind == .page && $0.path == Array("404".utf8) }
        var names = StaticNames(addresses, reserved: isFree ? ["404.html"] : [])
        for entry in content.entries where entry.address != entry.page.path {
            names.add(entry.page.path.bytes, sameAs: entry.address.bytes)
        }
        return names
    }

    private static func tagStems(_ content: SiteContent) -> [String: String] {
        let stems = StaticNames.stems(of: content.tags.keys)
        return content.tagKeys.compactMapValues { stems[$0] }
    }
}
