import Git
import Presentation
import WikiCore
import Wording

/// Folders, tags and the tree of all pages.
extension SitePress {
    /// A folder with no more pages than this is listed with all that is below it.
    static let wholeTree = 500
    /// A folder with more pages right inside it is listed by letters.
    private static let flatLimit = 300

    /// A folder without a page of its own.
    func folder(_ folder: GitPath, _ plan: RunPlan) throws -> [ExportFile] {
        guard let path = site.file(at: folder.bytes) else { return [] }
        let source = source(path)
        let title = FolderScreen(snapshot: snapshot, source: source, mayEdit: false).title(folder)
        var layout = layout(folder.isRoot ? nil : title, source, in: path)
        layout.place = PlaceView(path: folder.bytes, title: title, hasTabs: false, in: source.context)
        layout.canonical = source.urls.page(folder.bytes)
        let inside = plan.tree[folder]
        let files = try inside.files.map { index in
            let file = plan.content.files[index]
            return FileLink(path: file.path.bytes, bytes: try snapshot.repository.header(file.file.blob).size, in: source.context)
        }
        let view = FolderView(
            path: folder.bytes, title: title,
            folders: inside.folders.map { FolderLink(path: $0.bytes, pages: plan.tree[$0].total, in: source.context) },
            pages: pages(inside.pages, plan, source), files: files, isWritable: false, in: source.context)
        return [try file(path, view, in: layout)]
    }

    private func pages(_ indices: [Int], _ plan: RunPlan, _ source: ScreenSource) -> [PageLink] {
        indices.map { index in
            let entry = plan.content.entries[index]
            return PageLink(path: entry.address.bytes, title: entry.page.title, in: source.context)
        }
    }

    /// The pages with a tag.
    func tag(_ key: String, _ plan: RunPlan) throws -> [ExportFile] {
        guard let tag = plan.content.tags[key], let stem = site.stem(ofTag: tag.name) else { return [] }
        let path = "-/tags/\(stem).html"
        let source = source(path)
        let title = source.words.text("tag.heading", ["tag": .text(tag.name)])
        let indices = tag.pages.compactMap { plan.content.places[$0] }
        let view = FolderView(
            path: [], title: title, folders: [], pages: pages(indices, plan, source), isWritable: false, in: source.context)
        return [try file(path, view, in: layout(title, source, in: path))]
    }

    // MARK: The tree

    /// The list of what is in a folder: small folders with all that is below them, long ones by letters.
    func listing(_ folder: GitPath, _ plan: RunPlan) throws -> [ExportFile] {
        let inside = plan.tree[folder]
        let isLong = inside.pages.count > Self.flatLimit
        var files = [
            try listing(folder, letter: nil, total: inside.total, plan) { source in
                let folders = inside.folders.filter { plan.tree[$0].total > 0 }.map { self.node($0, plan, source, depth: 0) }
                return folders
                    + (isLong
                        ? letters(inside.pages, plan).map { letter, pages in
                            TreeNode(letter: letter, in: folder.bytes, count: pages.count, in: source.context)
                        } : nodes(inside.pages, plan, source))
            }
        ]
        guard isLong else { return files }
        for (letter, pages) in letters(inside.pages, plan) {
            files.append(try listing(folder, letter: letter, total: pages.count, plan) { nodes(pages, plan, $0) })
        }
        return files
    }

    private func listing(
        _ folder: GitPath, letter: String?, total: Int, _ plan: RunPlan, _ nodes: (ScreenSource) -> [TreeNode]
    ) throws -> ExportFile {
        let path = site.listing(folder.bytes, letter: letter)
        let source = source(path)
        let view = PagesView(
            folder: folder.bytes, nodes: nodes(source), total: total, letter: letter, isWritable: false, in: source.context)
        return try file(path, view, in: layout(source.words.text("pages.all"), source, in: path))
    }

    private func node(_ folder: GitPath, _ plan: RunPlan, _ source: ScreenSource, depth: Int) -> TreeNode {
        let inside = plan.tree[folder]
        var children: [TreeNode] = []
        if inside.total <= Self.wholeTree, depth < 100 {
            children = inside.folders.filter { plan.tree[$0].total > 0 }.map { node($0, plan, source, depth: depth + 1) }
            children += nodes(inside.pages, plan, source)
        }
        return TreeNode(folder: folder.bytes, count: inside.total, children: children, in: source.context)
    }

    private func nodes(_ indices: [Int], _ plan: RunPlan, _ source: ScreenSource) -> [TreeNode] {
        indices.map { index in
            let entry = plan.content.entries[index]
            return TreeNode(page: entry.address.bytes, title: entry.page.title, in: source.context)
        }
    }

    private func letters(_ indices: [Int], _ plan: RunPlan) -> [(letter: String, pages: [Int])] {
        let groups = Dictionary(grouping: indices) { PageLetter.of(plan.content.entries[$0].page.path) }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
