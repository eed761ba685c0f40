import Git

/// Goes from page to page through the tree of folders, where no list tells another order: the page of a folder, then what it
/// holds by rank, a folder with all its own. Each step costs a few rows for each folder that it enters or leaves.
struct TreeWalk {
    private let index: IndexReader
    /// The page of the root, wherever it stands.
    private let home: ReadingEntry?
    private let homeID: Int64?

    /// How many items are read at a time: the two that may stand elsewhere, and the one that is looked for.
    private static let stride = 3

    init(index: IndexReader, home: Page?) throws {
        self.index = index
        homeID = home?.id
        self.home = try home.flatMap { try index.entry(id: $0.id) }
    }

    /// The page that stands first in a folder and for it; for the root also one that lies elsewhere.
    func head(of folder: GitPath) throws -> ReadingEntry? {
        if folder.isRoot { return home }
        return try index.readingFolder(folder)?.head.flatMap { $0.id == homeID ? nil : $0 }
    }

    /// The next page; nil behind the last one.
    func next(after page: ReadingEntry) throws -> ReadingEntry? {
        let folder = try folderHeaded(by: page)
        let place = folder == nil ? page.rank : nil
        return try onwards(in: folder ?? page.path.parent, from: place)
    }

    /// The page before; nil before the first one.
    func previous(before page: ReadingEntry) throws -> ReadingEntry? {
        guard let folder = try folderHeaded(by: page) else { return try back(in: page.path.parent, from: page.rank) }
        return folder.isRoot ? nil : try back(before: folder)
    }

    /// The folder of which a page is the first one.
    private func folderHeaded(by page: ReadingEntry) throws -> GitPath? {
        if page.id == homeID { return .root }
        return try head(of: page.path.parent)?.id == page.id ? page.path.parent : nil
    }

    private func onwards(in folder: GitPath, from rank: ReadingRank?) throws -> ReadingEntry? {
        var (folder, rank) = (folder, rank)
        while true {
            if let found = try first(in: folder, from: rank) { return found }
            guard !folder.isRoot, let place = try index.readingFolder(folder)?.rank else { return nil }
            (folder, rank) = (folder.parent, place)
        }
    }

    private func back(in folder: GitPath, from rank: ReadingRank?) throws -> ReadingEntry? {
        if let found = try last(in: folder, from: rank) ?? head(of: folder) { return found }
        return folder.isRoot ? nil : try back(before: folder)
    }

    private func back(before folder: GitPath) throws -> ReadingEntry? {
        guard let place = try index.readingFolder(folder)?.rank else { return nil }
        return try back(in: folder.parent, from: place)
    }

    /// The first page behind a place, the head of the folder left out.
    private func first(in folder: GitPath, from rank: ReadingRank?) throws -> ReadingEntry? {
        let head = try head(of: folder)?.id
        var rank = rank
        while true {
            let items = try index.shelf(of: folder, .onwards(rank), limit: Self.stride)
            for item in items {
                switch item {
                case .page(let page) where page.id == head || page.id == homeID: continue
                case .page(let page): return page
                case .folder(let inner): if let found = try self.head(of: inner.path) ?? first(in: inner.path, from: nil) { return found }
                }
            }
            guard items.count == Self.stride, let end = items.last else { return nil }
            rank = end.rank
        }
    }

    /// The last page before a place, the head of the folder left out.
    private func last(in folder: GitPath, from rank: ReadingRank?) throws -> ReadingEntry? {
        let head = try head(of: folder)?.id
        var rank = rank
        while true {
            let items = try index.shelf(of: folder, .back(rank), limit: Self.stride)
            for item in items {
                switch item {
                case .page(let page) where page.id == head || page.id == homeID: continue
                case .page(let page): return page
                case .folder(let inner): if let found = try last(in: inner.path, from: nil) ?? self.head(of: inner.path) { return found }
                }
            }
            guard items.count == Self.stride, let end = items.last else { return nil }
            rank = end.rank
        }
    }
}
