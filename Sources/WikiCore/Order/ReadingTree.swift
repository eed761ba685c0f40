import Git

/// The whole tree of folders in memory, as ``TreeWalk`` goes through it: for those who need every page.
struct ReadingTree {
    /// What a folder holds.
    private struct Folder {
        var head: ReadingEntry?
        /// The id of the page that stands for it, inside or beside it.
        var page: Int64?
        var items: [(rank: ReadingRank, page: ReadingEntry?, folder: GitPath?)] = []
    }

    /// The pages in order.
    let sequence: [ReadingEntry]
    /// The folders that pages stand for, by the pages.
    let folderOfPage: [Int64: GitPath]
    private let counts: [GitPath: Int]

    init(index: IndexReader, home: Page?) throws {
        let (entries, counts) = try index.everyEntry()
        var folders: [GitPath: Folder] = [:]
        var folderOfPage: [Int64: GitPath] = [:]
        for folder in try index.everyFolder() {
            folders[folder.path, default: Folder()].page = folder.page
            folders[folder.path.parent, default: Folder()].items.append((folder.rank, nil, folder.path))
            if let page = folder.page { folderOfPage[page] = folder.path }
        }
        for entry in entries {
            if entry.id == home?.id {
                folders[.root, default: Folder()].head = entry
            } else if folders[entry.path.parent]?.page == entry.id {
                folders[entry.path.parent]?.head = entry
            } else {
                folders[entry.path.parent, default: Folder()].items.append((entry.rank, entry, nil))
            }
        }
        var sequence: [ReadingEntry] = []
        sequence.reserveCapacity(entries.count)
        Self.write(.root, folders, to: &sequence)
        self.sequence = sequence
        self.folderOfPage = folderOfPage
        self.counts = counts
    }

    /// How many pages of lists stand right inside a folder.
    func count(in folder: GitPath) -> Int { counts[folder] ?? 0 }

    private static func write(_ path: GitPath, _ folders: [GitPath: Folder], to sequence: inout [ReadingEntry]) {
        guard let folder = folders[path] else { return }
        if let head = folder.head { sequence.append(head) }
        for item in folder.items.sorted(by: { $0.rank < $1.rank }) {
            if let page = item.page { sequence.append(page) }
            if let inner = item.folder { write(inner, folders, to: &sequence) }
        }
    }
}
