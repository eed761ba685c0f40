package import Git
import Markup

/// The order in which the pages of a wiki are read, in one state of it. Its author owns it: by the links of the `_Sidebar.md`
/// that stands beside a page, else by `SUMMARY.md`, else by the `nav` of `mkdocs.yml`; what none of them names stands where the
/// tree of folders has it, by weights and natural order. Every answer costs what it holds, not what the wiki does.
package struct ReadingOrder {
    let snapshot: WikiSnapshot
    let lists: ReadingLists
    let home: Page?
    let walk: TreeWalk
    /// The files that tell the order to another program.
    let navigationFiles: [(file: GitPath, blob: ObjectID)]

    /// A folder with more pages than this has no order that anybody would read by, unless its pages have weights.
    static let shelfLimit = 200
    /// How many pages that a list names already are passed over on the way to one that it does not name.
    static let passLimit = 100

    /// The order of one state.
    /// - Parameter lists: keeps lists from one state to the next.
    package init(snapshot: WikiSnapshot, lists: ReadingLists = ReadingLists(links: nil)) throws {
        self.snapshot = snapshot
        self.lists = lists
        home = try snapshot.lookup.homePage()
        walk = try TreeWalk(index: snapshot.index, home: home)
        navigationFiles = try snapshot.index.navigationFiles()
    }

    /// The pages before and after a page. One that a list names has those of the list; another one those of the tree, as far
    /// as the same list stands beside them and their folders are no heaps. Redirects, drafts and parts have none.
    package func neighbours(of page: Page) throws -> ReadingNeighbours {
        guard !page.isPart, let entry = try snapshot.index.entry(id: page.id) else { return ReadingNeighbours() }
        let list = try list(for: page.path.parent)
        if let list, let place = list.place(of: entry.id, path: entry.path) {
            let before = list.lines[..<place].reversed()
            return ReadingNeighbours(
                previous: try firstNamed(before, but: entry.id).map(step),
                next: try firstNamed(list.lines[(place + 1)...], but: entry.id).map(step))
        }
        guard try isShelved(entry) else { return ReadingNeighbours() }
        return ReadingNeighbours(
            previous: try neighbour(of: entry, list: list, step: walk.previous).map(step),
            next: try neighbour(of: entry, list: list, step: walk.next).map(step))
    }

    /// The one address of a page that has a place in the order.
    package func address(of entry: ReadingEntry) throws -> GitPath {
        if entry.id == home?.id { return .root }
        guard FolderPage.names.contains(LookupKey.ofName(entry.path)), !entry.path.parent.isRoot else { return entry.path }
        return try snapshot.index.readingFolder(entry.path.parent)?.page?.id == entry.id ? entry.path.parent : entry.path
    }

    private func step(to entry: ReadingEntry) throws -> ReadingStep {
        ReadingStep(page: entry.id, title: entry.title, address: try address(of: entry))
    }

    // MARK: Along a list

    private func firstNamed(_ lines: some Sequence<ReadingList.Line>, but id: Int64) throws -> ReadingEntry? {
        for line in lines {
            if let found = try entry(line), found.id != id { return found }
        }
        return nil
    }

    /// The page that a line names, as it is now.
    func entry(_ line: ReadingList.Line) throws -> ReadingEntry? {
        switch line.target {
        case .page(let id): try snapshot.index.entry(id: id)
        case .path(let path): try snapshot.index.page(path: path).flatMap { try snapshot.index.entry(id: $0.id) }
        case .none: nil
        }
    }

    // MARK: Through the tree

    private func neighbour(
        of entry: ReadingEntry, list: ReadingList?, step: (ReadingEntry) throws -> ReadingEntry?
    ) throws -> ReadingEntry? {
        var current = entry
        var known: [GitPath: String?] = [entry.path.parent: list?.source]
        for _ in 0...Self.passLimit {
            guard let found = try step(current) else { return nil }
            let folder = found.path.parent
            let source = try known[folder] ?? self.list(for: folder)?.source
            known[folder] = source
            // Another list stands beside it: another book.
            guard source == list?.source else { return nil }
            if list?.place(of: found.id, path: found.path) == nil { return try isShelved(found) ? found : nil }
            current = found
        }
        return nil
    }

    private func isShelved(_ entry: ReadingEntry) throws -> Bool {
        try entry.rank.isWeighted || !snapshot.index.hasMoreChildren(entry.path.parent, than: Self.shelfLimit)
    }
}
