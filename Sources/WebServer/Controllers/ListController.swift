import Git
package import Hummingbird
import Presentation
import WikiCore
import Wording

/// All pages as a tree whose folders load when they are opened; long flat folders from A to Z.
package struct ListController: Sendable {
    let site: WikiSite

    /// A folder with more pages than this shows letters first.
    private static let flatLimit = 300
    private static let pageSize = 500

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to router: some RouterMethods<WebRequestContext>) {
        router.get("-/pages", use: list)
        router.get("-/pages/**", use: list)
    }

    private struct Item: Sendable {
        enum Kind: Sendable {
            case folder(count: Int)
            case letter(String, count: Int)
            case page(title: String)
        }
        let path: GitPath
        let kind: Kind
    }

    @Sendable private func list(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        if let kept = visit.keptList() { return kept }
        let folder = try visit.path(after: "pages")
        let letter = try visit.query.text("letter")
        let after = visit.query.bytes("after").map { GitPath(bytes: $0) }
        let found = try await site.wiki.read { snapshot in try Self.read(snapshot, folder: folder, letter: letter, after: after) }
        let nodes = found.items.prefix(Self.pageSize).map { item in
            switch item.kind {
            case .folder(let count): TreeNode(folder: item.path.bytes, count: count, in: visit.views)
            case .letter(let letter, let count): TreeNode(letter: letter, in: folder.bytes, count: count, in: visit.views)
            case .page(let title): TreeNode(page: item.path.bytes, title: title, in: visit.views)
            }
        }
        let view = PagesView(
            folder: folder.bytes, nodes: nodes, total: found.total, letter: letter,
            after: found.items.count > Self.pageSize ? String(decoding: found.items[Self.pageSize - 1].path.bytes, as: UTF8.self) : nil,
            isWritable: visit.right.mayEdit, in: visit.views)
        return try visit.answerList(view, in: visit.layout(site.words.text("pages.all")))
    }

    private static func read(
        _ snapshot: WikiSnapshot, folder: GitPath, letter: String?, after: GitPath?
    ) throws -> (items: [Item], total: Int) {
        let index = snapshot.index
        if let letter {
            let pages = try index.children(of: folder, letter: letter, after: after, limit: pageSize + 1)
            return (try pages.map { try page($0, snapshot) }, try index.childCount(of: folder, letter: letter))
        }
        var items: [Item] = []
        let folders = after == nil ? try index.folders(in: folder) : []
        items += try folders.map { Item(path: $0, kind: .folder(count: try index.pageCount(under: $0))) }
        let own = try index.childCount(of: folder)
        if own > flatLimit {
            items += try index.letters(of: folder).map { Item(path: folder, kind: .letter($0.letter, count: $0.count)) }
        } else {
            items += try index.children(of: folder, after: after, limit: pageSize + 1).map { try page($0, snapshot) }
        }
        return (items, try index.pageCount(under: folder))
    }

    private static func page(_ page: Page, _ snapshot: WikiSnapshot) throws -> Item {
        Item(path: try snapshot.lookup.address(of: page), kind: .page(title: page.title))
    }
}
