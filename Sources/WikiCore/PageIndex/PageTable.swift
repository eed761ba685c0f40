import Git

/// The pages of one state in memory: what a reader asks instead of its tables for as long as somebody makes most of them.
///
/// Cost: one pass over all pages; each question then costs a look into a dictionary.
package final class PageTable: Sendable {
    /// All pages and parts that live, in order of their files.
    package let pages: [Page]
    private let places: [Int64: Int]
    /// Pages by how the forgiving lookup sees their paths, the shortest file first.
    private let keys: [String: [Int]]
    /// Folders with a page at any depth, the root not among them.
    private let folders: Set<GitPath>
    private let folderKeys: [String: [GitPath]]

    /// - Parameter pages: in order of their files.
    init(_ pages: [Page]) {
        var places = [Int64: Int](minimumCapacity: pages.count)
        var keys = [String: [Int]](minimumCapacity: pages.count)
        var folders: Set<GitPath> = []
        var last = GitPath.root
        for (place, page) in pages.enumerated() {
            places[page.id] = place
            keys[LookupKey.of(page.path), default: []].append(place)
            var folder = page.path.parent
            // Neighbours in the order of files are mostly in one folder.
            guard folder != last else { continue }
            last = folder
            while !folder.isRoot, folders.insert(folder).inserted { folder = folder.parent }
        }
        for (key, found) in keys where found.count > 1 {
            keys[key] = found.sorted { (pages[$0].file.bytes.count, $0) < (pages[$1].file.bytes.count, $1) }
        }
        self.pages = pages
        self.places = places
        self.keys = keys
        self.folders = folders
        folderKeys = Dictionary(grouping: folders.sorted()) { LookupKey.of($0) }
    }

    /// The page of an id.
    func page(id: Int64) -> Page? { places[id].map { pages[$0] } }

    /// The pages whose path is like this one to the forgiving lookup.
    func pages(like path: GitPath) -> [Page] { keys[LookupKey.of(path)]?.map { pages[$0] } ?? [] }

    /// Whether pages stand in a folder, at any depth.
    func isFolder(_ folder: GitPath) -> Bool { folder.isRoot || folders.contains(folder) }

    /// The folders whose path is like this one to the forgiving lookup, in order.
    func folders(like path: GitPath) -> [GitPath] { folderKeys[LookupKey.of(path)] ?? [] }
}
