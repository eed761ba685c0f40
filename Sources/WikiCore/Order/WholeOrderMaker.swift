import Git

/// Puts every page of a wiki in order, in one pass.
struct WholeOrderMaker {
    /// What is known of the page at a place of the tree.
    private struct Stand {
        /// Which list stands beside it, by number; nil where none does.
        let list: Int?
        let isNamed: Bool
        let isShelved: Bool
    }

    private let order: ReadingOrder
    private let tree: ReadingTree
    private let entriesByID: [Int64: ReadingEntry]
    /// Folders with a list of their own, perhaps.
    private let holders: Set<GitPath>
    private var lists: [ReadingList] = []
    private var listNumbers: [String: Int] = [:]
    private var listOfFolder: [GitPath: Int?] = [:]
    private var stands: [Stand] = []
    private var steps: [Int64: ReadingStep] = [:]
    private var entries: [WholeOrder.Entry] = []
    private var written: Set<Int64> = []

    init(_ order: ReadingOrder) throws {
        self.order = order
        tree = try ReadingTree(index: order.snapshot.index, home: order.home)
        entriesByID = Dictionary(tree.sequence.map { ($0.id, $0) }) { first, _ in first }
        holders = try order.listHolders()
    }

    /// The pages of each list stand together, where the first page stands that it is shown beside; behind them what it does
    /// not name.
    mutating func make() throws -> WholeOrder {
        for entry in tree.sequence { try survey(entry) }
        var places: [Int64: Int] = [:]
        for (place, entry) in tree.sequence.enumerated() { places[entry.id] = place }
        var begun: Set<Int> = []
        for (place, entry) in tree.sequence.enumerated() {
            if let list = stands[place].list, begun.insert(list).inserted {
                for (line, found) in try named(by: lists[list]) where places[found.id].flatMap({ stands[$0].list }) == list {
                    append(found, label: line.label.isEmpty ? nil : line.label, depth: line.depth)
                }
            }
            append(entry, label: nil, depth: depth(of: entry))
        }
        return WholeOrder(entries: entries, lists: try shown(), neighbours: try neighbours())
    }

    /// The lists that are shown, with the folders that have them from themselves.
    private func shown() throws -> [WholeOrder.List] {
        var folders: [Int: [GitPath]] = [:]
        for (folder, list) in listOfFolder where folder.isRoot || holders.contains(folder) {
            if let list { folders[list, default: []].append(folder) }
        }
        return try lists.enumerated().filter { !$1.isSidebar }.map { number, list in
            let lines = try list.lines.map { line in
                WholeOrder.List.Line(page: try page(of: line), label: line.label, depth: line.depth)
            }
            return WholeOrder.List(folders: (folders[number] ?? []).sorted(), lines: lines)
        }
    }

    private func page(of line: ReadingList.Line) throws -> Int64? {
        switch line.target {
        case .page(let id): id
        case .path(let path): try order.snapshot.index.page(path: path)?.id
        case .none: nil
        }
    }

    private mutating func survey(_ entry: ReadingEntry) throws {
        let folder = entry.path.parent
        let list = try list(for: folder)
        stands.append(
            Stand(
                list: list, isNamed: list.map { lists[$0].place(of: entry.id, path: entry.path) != nil } ?? false,
                isShelved: entry.rank.isWeighted || tree.count(in: folder) <= ReadingOrder.shelfLimit))
        steps[entry.id] = ReadingStep(page: entry.id, title: entry.title, address: address(of: entry))
    }

    private mutating func list(for folder: GitPath) throws -> Int? {
        if let known = listOfFolder[folder] { return known }
        let isHolder = folder.isRoot || holders.contains(folder)
        let found = try isHolder ? order.list(for: folder).map { number(of: $0) } : list(for: folder.parent)
        listOfFolder[folder] = .some(found)
        return found
    }

    private mutating func number(of list: ReadingList) -> Int {
        if let known = listNumbers[list.source] { return known }
        lists.append(list)
        listNumbers[list.source] = lists.count - 1
        return lists.count - 1
    }

    private mutating func append(_ entry: ReadingEntry, label: String?, depth: Int) {
        guard written.insert(entry.id).inserted, let step = steps[entry.id] else { return }
        entries.append(
            WholeOrder.Entry(page: entry.id, path: entry.path, address: step.address, title: entry.title, label: label, depth: depth))
    }

    private func named(by list: ReadingList) throws -> [(line: ReadingList.Line, entry: ReadingEntry)] {
        try list.lines.compactMap { line in
            let found = if case .page(let id) = line.target { entriesByID[id] } else { try order.entry(line) }
            return found.map { (line, $0) }
        }
    }

    private func address(of entry: ReadingEntry) -> GitPath {
        entry.id == order.home?.id ? .root : tree.folderOfPage[entry.id] ?? entry.path
    }

    private func depth(of entry: ReadingEntry) -> Int {
        guard let address = steps[entry.id]?.address, !address.isRoot else { return 0 }
        return address.segments.count - 1
    }

    // MARK: Before and after

    private func neighbours() throws -> [Int64: ReadingNeighbours] {
        let along = try lists.map { try self.along($0) }
        var result: [Int64: ReadingNeighbours] = [:]
        for (place, entry) in tree.sequence.enumerated() {
            let stand = stands[place]
            if let list = stand.list, stand.isNamed {
                result[entry.id] = along[list][entry.id]
            } else if stand.isShelved {
                let next = neighbour(of: place, among: (place + 1)..<stands.count)
                let previous = neighbour(of: place, among: (0..<place).reversed())
                result[entry.id] = ReadingNeighbours(previous: previous, next: next)
            }
        }
        return result
    }

    private func along(_ list: ReadingList) throws -> [Int64: ReadingNeighbours] {
        let pages = try named(by: list).map(\.entry.id)
        var result: [Int64: ReadingNeighbours] = [:]
        for (place, page) in pages.enumerated() {
            result[page] = ReadingNeighbours(
                previous: place > 0 ? steps[pages[place - 1]] : nil, next: place + 1 < pages.count ? steps[pages[place + 1]] : nil)
        }
        return result
    }

    private func neighbour(of place: Int, among others: some Sequence<Int>) -> ReadingStep? {
        for (passed, other) in others.enumerated() {
            guard passed <= ReadingOrder.passLimit, stands[other].list == stands[place].list else { return nil }
            if !stands[other].isNamed { return stands[other].isShelved ? steps[tree.sequence[other].id] : nil }
        }
        return nil
    }
}

extension ReadingOrder {
    /// Every page of a wiki in order. Cost: the wiki, in a handful of queries, and the links of its lists.
    package static func all(_ snapshot: WikiSnapshot) throws -> WholeOrder {
        var maker = try WholeOrderMaker(ReadingOrder(snapshot: snapshot))
        return try maker.make()
    }
}
