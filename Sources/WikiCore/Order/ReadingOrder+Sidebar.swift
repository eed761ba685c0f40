import Git

extension ReadingOrder {
    /// The most lines of a sidebar that nobody wrote.
    static let sidebarLimit = 100
    /// A folder that holds more than this is not laid open there: only the way through it is shown.
    static let openLimit = 60

    /// What stands beside a page where no `_Sidebar.md` does: the list by which it is read, else the tree of folders, open on
    /// the way to the page. Empty where a sidebar is written, or there would be hardly anything to see.
    package func sidebar(beside page: Page) throws -> [ReadingNode] {
        guard try snapshot.part("_Sidebar", for: page.path.parent) == nil else { return [] }
        let listed = try writtenList(for: page.path.parent).map { try nodes(of: $0, at: page) } ?? []
        let lines = try listed.contains(where: \.leadsAnywhere) ? listed : tree(around: page)
        return lines.reduce(0) { $0 + $1.count } > 1 ? lines : []
    }

    /// The folder around which the tree of ``sidebar(beside:)`` is laid open: pages with the same one have the same tree but for the
    /// mark of where they are. Nil where a sidebar or a list is written.
    package func treeFolder(beside page: Page) throws -> GitPath? {
        guard try snapshot.part("_Sidebar", for: page.path.parent) == nil, try writtenList(for: page.path.parent) == nil else { return nil }
        return try innermost(page)
    }

    // MARK: A list

    private func nodes(of list: ReadingList, at page: Page) throws -> [ReadingNode] {
        let current = list.place(of: page.id, path: page.path)
        let shown = ReadingOutline.shown(depths: list.lines.map(\.depth), current: current, limit: Self.sidebarLimit)
        let lines = try shown.compactMap { place -> (node: ReadingNode, depth: Int)? in
            let line = list.lines[place]
            guard line.target != .none else { return (ReadingNode(title: line.label, address: nil, isCurrent: false), line.depth) }
            guard let entry = try entry(line) else { return nil }
            let title = line.label.isEmpty ? entry.title : line.label
            return (ReadingNode(title: title, address: try address(of: entry), isCurrent: place == current), line.depth)
        }
        return ReadingNode.nested(lines)
    }

    // MARK: The tree

    /// The folders on the way to a page, the inmost first: each laid open as long as there is room.
    private func tree(around page: Page) throws -> [ReadingNode] {
        var folder = try innermost(page)
        var room = Self.sidebarLimit
        var (nodes, isOpen) = try shelf(folder, at: page, below: nil, room: &room)
        while !folder.isRoot {
            let way = (path: folder, nodes: isOpen ? nodes : [])
            folder = folder.parent
            let outer = try shelf(folder, at: page, below: way, room: &room)
            isOpen = isOpen || outer.isOpen
            nodes = outer.nodes
        }
        return isOpen ? nodes : []
    }

    private func innermost(_ page: Page) throws -> GitPath {
        if page.id == home?.id { return .root }
        return try snapshot.index.readingFolder(page.path) != nil ? page.path : page.path.parent
    }

    /// The lines of a folder.
    /// - Parameter way: the folder inside that leads to the page, and its lines.
    /// - Returns: also whether they are all there; of a heap only those on the way are.
    private func shelf(
        _ folder: GitPath, at page: Page, below way: (path: GitPath, nodes: [ReadingNode])?, room: inout Int
    ) throws -> (nodes: [ReadingNode], isOpen: Bool) {
        let head = try folder.isRoot ? walk.head(of: .root) : nil
        let items = try snapshot.index.shelf(of: folder, .onwards(nil), limit: Self.openLimit + 1)
        let isOpen = items.count <= min(Self.openLimit, room)
        if isOpen { room -= items.count }
        let shown = try isOpen ? items : way.flatMap { try snapshot.index.readingFolder($0.path) }.map { [.folder($0)] } ?? []
        var nodes = try head.map { [try node($0, at: page)] } ?? []
        let standing = Set(shown.compactMap { if case .folder(let inner) = $0 { inner.page?.id } else { nil } })
        let own = try snapshot.index.readingFolder(folder)?.head?.id
        for item in shown {
            switch item {
            // Its folder's line is its own; the page of this folder has its line above.
            case .page(let entry) where standing.contains(entry.id) || entry.id == head?.id || entry.id == own: continue
            case .page(let entry): nodes.append(try node(entry, at: page))
            case .folder(let inner): nodes.append(node(inner, at: page, below: inner.path == way?.path ? way?.nodes ?? [] : []))
            }
        }
        return (nodes, isOpen)
    }

    private func node(_ entry: ReadingEntry, at page: Page) throws -> ReadingNode {
        ReadingNode(title: entry.title, address: try address(of: entry), isCurrent: entry.id == page.id)
    }

    private func node(_ folder: ReadingFolder, at page: Page, below nodes: [ReadingNode]) -> ReadingNode {
        let title = folder.page?.title ?? PageTitle.fromName(folder.path)
        let isHome = folder.page != nil && folder.page?.id == home?.id
        return ReadingNode(
            title: title, address: folder.path, isCurrent: !isHome && folder.page?.id == page.id, children: nodes)
    }
}
