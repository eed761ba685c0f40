import Git
import WikiCore

/// A line of a sidebar that nobody wrote: a link or a heading, with the lines below.
struct SidebarNode: TemplateView {
    private let title: String
    private let href: String?
    private let isCurrent: Bool
    private let children: [SidebarNode]

    /// Nil for what a static site does not hold.
    init?(_ node: ReadingNode, in context: ViewContext) {
        title = node.title
        href = node.address.map { context.urls.page($0.bytes) }
        isCurrent = node.isCurrent
        children = node.children.compactMap { SidebarNode($0, in: context) }
        guard node.address.map({ context.urls.holds($0.bytes) }) ?? true || !children.isEmpty else { return nil }
    }

    var fields: [String: TemplateValue] {
        [
            "title": .text(raw: title), "href": .text(raw: href), "isCurrent": .flag(isCurrent), "children": .views(children),
            "hasChildren": .flag(!children.isEmpty),
        ]
    }
}
