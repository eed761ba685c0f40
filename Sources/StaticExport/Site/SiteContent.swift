import Git
import Markup
import Presentation
import WikiCore

/// Everything of one state of a wiki that a static site shows, read in one pass.
struct SiteContent {
    /// A page that the site shows.
    struct Entry {
        let page: Page
        /// Its one address: its path, or its folder's.
        let address: GitPath
    }

    /// Pages with a text, in the order in which they are read.
    private(set) var entries: [Entry] = []
    /// Pages that lead to others.
    private(set) var redirects: [Page] = []
    /// Where they lead.
    private(set) var ends: [Int64: GitPath] = [:]
    /// Sidebars, headers and footers.
    private(set) var parts: [Page] = []
    /// Attachments, by their paths below the pages root.
    private(set) var files: [(path: GitPath, file: WikiFile)] = []
    /// Files outside the pages root that pages show.
    private(set) var outside: [WikiFile] = []
    /// Where they are; those that no page shows have their names, too, lest a page that comes renames them for another.
    private(set) var outsiders = StaticNames([])
    /// Folders that have no page of their own.
    private(set) var folders: [GitPath] = []
    private var folderSet: Set<GitPath> = []
    /// The entry of a page.
    private(set) var places: [Int64: Int] = [:]
    private var addresses: [GitPath: Int] = [:]
    /// The tags, by how they are compared: as it is spelt first, and the pages that have it.
    private(set) var tags: [String: (name: String, pages: [Int64])] = [:]
    /// Each spelling of a tag, and how it is compared.
    private(set) var tagKeys: [String: String] = [:]
    /// Everybody who edited.
    let people: [Person]
    /// The order in which pages are read.
    private let order: WholeOrder

    /// - Parameter pattern: only pages whose path it fits; nil for all.
    /// - Throws: ``ExportError/noPageFits`` where it fits none.
    init(_ snapshot: WikiSnapshot, pattern: PathPattern?) throws {
        people = try snapshot.index.everyPerson()
        order = try ReadingOrder.all(snapshot)
        let home = try snapshot.lookup.homePage()?.id
        var isAnyWanted = pattern == nil
        for page in try snapshot.index.everyPage() {
            if page.isPart {
                parts.append(page)
                continue
            }
            guard pattern?.fits(page.path) != false else { continue }
            isAnyWanted = true
            guard !page.isDraft else { continue }
            // A redirect that leads in a circle or to nothing is shown as a page with a note.
            if case .address(let end) = try snapshot.redirectEnd(of: page) {
                redirects.append(page)
                ends[page.id] = end
                continue
            }
            let mayStandForFolder =
                page.id == home || FolderPage.names.contains(String(decoding: page.path.name, as: UTF8.self).lowercased())
            let address = mayStandForFolder ? try snapshot.lookup.address(of: page) : page.path
            entries.append(Entry(page: page, address: address))
        }
        // A pattern with a slip in it must not empty the site that stands there; drafts alone do.
        guard isAnyWanted else { throw ExportError.noPageFits }
        sort()
        try readFiles(snapshot, isWhole: pattern == nil)
        try readTags(snapshot)
        let all = Self.folders(entries, files)
        setFolders(all)
        // What leads only to what the site does not show is not there.
        redirects = redirects.filter { page in ends[page.id].map(leadsSomewhere) == true }
        setFolders(all)
    }

    /// - Parameter all: those without a page of their own; a redirect is one.
    private mutating func setFolders(_ all: [GitPath]) {
        let redirected = Set(redirects.map(\.path))
        folders = all.filter { !redirected.contains($0) }
        // An observer would not be called: this is still a part of the beginning.
        folderSet = Set(folders)
    }

    /// The same, those first whose words stand most.
    var peopleByWords: [Person] {
        people.sorted { ($0.living, $0.edits, $1.first.place) > ($1.living, $1.edits, $0.first.place) }
    }

    /// The lists that are shown beside pages, where nobody wrote a sidebar.
    var lists: [WholeOrder.List] { order.lists }

    /// The entry of a page; nil where the site does not show it.
    func entry(of page: Int64) -> Entry? { places[page].map { entries[$0] } }

    /// The page at an address; nil for folders without one.
    func entries(at address: GitPath) -> Entry? { addresses[address].map { entries[$0] } }

    /// The pages before and after a page, as far as the site shows them.
    func neighbours(of page: Int64) -> ReadingNeighbours {
        func shown(_ step: ReadingStep?) -> ReadingStep? { step.flatMap { places[$0.page] == nil ? nil : $0 } }
        let all = order.neighbours(of: page)
        return ReadingNeighbours(previous: shown(all.previous), next: shown(all.next))
    }

    /// Puts pages in the order in which they are read; those without a place in it come last.
    private mutating func sort() {
        let ranks = Dictionary(uniqueKeysWithValues: order.entries.enumerated().map { ($1.page, $0) })
        let ranked = entries.enumerated().map { (rank: ranks[$1.page.id] ?? ranks.count + $0, entry: $1) }
        entries = ranked.sorted { $0.rank < $1.rank }.map(\.entry)
        for (index, entry) in entries.enumerated() {
            places[entry.page.id] = index
            addresses[entry.address] = index
        }
    }

    /// Whether the site shows something at an address.
    func leadsSomewhere(_ address: GitPath) -> Bool { addresses[address] != nil || folderSet.contains(address) }

    /// - Parameter isWhole: false keeps the files alone that the pages show or link to.
    private mutating func readFiles(_ snapshot: WikiSnapshot, isWhole: Bool) throws {
        let named = isWhole ? nil : try namedFiles(snapshot)
        files = try snapshot.index.everyFile().compactMap { file in
            guard file.kind == .file, let path = file.file.relative(to: snapshot.layout.root),
                case .attachment = snapshot.layout.role(of: file.file), named?.contains(file.file) != false
            else { return nil }
            return (path, file)
        }
        let outside = try snapshot.index.everyOutsideFile()
        outsiders = StaticNames(outside.map { ($0.file.bytes, .file) })
        self.outside = try outside.filter { try $0.kind == .file && snapshot.embeddedFile($0.file) != nil }
    }

    private func namedFiles(_ snapshot: WikiSnapshot) throws -> Set<GitPath> {
        var found: Set<GitPath> = []
        for entry in entries {
            let folder = try snapshot.linkFolder(of: entry.page)
            for link in try snapshot.index.document(entry.page.blob)?.links ?? [] where !link.isAbsolute {
                if case .file(let file)? = try snapshot.links.resolve(link, from: folder)?.kind { found.insert(file.file) }
            }
        }
        return found
    }

    private mutating func readTags(_ snapshot: WikiSnapshot) throws {
        for (page, name, key) in try snapshot.index.everyTag() where places[page] != nil {
            tags[key, default: (name, [])].pages.append(page)
            tagKeys[name] = key
        }
    }

    private static func folders(_ entries: [Entry], _ files: [(path: GitPath, file: WikiFile)]) -> [GitPath] {
        let addresses = Set(entries.map(\.address))
        var folders: Set<GitPath> = [.root]
        var last: GitPath?
        for path in entries.map(\.page.path) + files.map(\.path) {
            var folder = path.parent
            // Neighbours in the order of files are mostly in one folder.
            guard folder != last else { continue }
            last = folder
            while folders.insert(folder).inserted { folder = folder.parent }
        }
        return folders.subtracting(addresses).sorted()
    }
}
