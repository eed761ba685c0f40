import Git
import Hummingbird
import Presentation
import WikiCore
import Wording

/// All pages as a tree whose folders load when they are opened; long flat folders from A to Z.
package struct ListController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/pages", needs: .read, use: list)
        routes.get("-/pages/**", needs: .read, use: list)
    }

    @Sendable private func list(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        if let kept = visit.keptList() { return kept }
        let folder = try visit.path(after: "pages")
        let letter = try visit.query.text("letter")
        let after = visit.query.bytes("after")
        let found = try await site.wiki.read { snapshot in
            try PageListing.read(snapshot, folder: folder, letter: letter, after: after)
        }
        let nodes = found.items.map { item in
            switch item {
            case .folder(let path, let count): TreeNode(folder: path.bytes, count: count, in: visit.views)
            case .letter(let letter, let count): TreeNode(letter: letter, in: folder.bytes, count: count, in: visit.views)
            case .page(let path, let title): TreeNode(page: path.bytes, title: title, in: visit.views)
            }
        }
        let view = PagesView(
            folder: folder.bytes, nodes: nodes, total: found.total, letter: letter, after: found.next, isWritable: visit.right.mayEdit,
            in: visit.views)
        return try visit.answerList(view, in: visit.layout(site.words.text("pages.all")))
    }
}
