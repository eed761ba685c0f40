import Wording

/// The index of pages below a folder, as a tree; a long flat folder by first letters.
package struct PagesView: Screen {
    package static let template = "pages"

    private let own: [String: TemplateValue]
    private let nodes: [TreeNode]
    private let crumbs: [LinkView]

    /// - Parameters:
    ///   - folder: what is listed; empty for the whole wiki.
    ///   - total: pages below it.
    ///   - letter: the section of a flat folder that is listed alone.
    ///   - after: the path behind which the rest begins.
    package init(
        folder: [UInt8] = [], nodes: [TreeNode], total: Int, letter: String? = nil, after: [UInt8]? = nil, isWritable: Bool = true,
        in context: ViewContext
    ) {
        let urls = context.urls
        let name = PathName(folder)
        self.nodes = nodes
        let all = LinkView(label: context.words.text("pages.all"), href: urls.pages())
        let above = name.segments.indices.dropLast().map {
            LinkView(label: PathName.readable(name.segments[$0]), href: urls.pages(name.prefix(through: $0)))
        }
        let own = letter == nil || folder.isEmpty ? [] : [LinkView(label: name.title, href: urls.pages(folder))]
        crumbs = folder.isEmpty && letter == nil ? [] : [all] + above + own
        self.own = [
            "title": .text(raw: letter ?? (folder.isEmpty ? context.words.text("pages.all") : name.title)),
            "total": .text(raw: context.words.text("folder.pages", ["count": .number(total)])),
            "isEmpty": .flag(nodes.isEmpty),
            "newHref": .text(raw: isWritable ? urls.newPage() : nil),
            "moreHref": .text(raw: after.map { urls.pages(folder, letter: letter, after: $0) }),
            "hasCrumbs": .flag(!crumbs.isEmpty),
        ]
    }

    package var scripts: [String] { ["tree.js"] }

    package var fields: [String: TemplateValue] {
        own.merging(["nodes": .views(nodes), "crumbs": .views(crumbs)]) { own, _ in own }
    }
}
