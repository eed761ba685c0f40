import Git
import WikiCore

/// A line of a sidebar that nobody wrote: a link or a heading, with the lines below.
struct SidebarNode: TemplateView {
    private let title: String
    private let href: String?
    private let isCurrent: Bool
    private let children: [SidebarNode]

    init(_ node: ReadingNode, in context: ViewContext) {
        title = node.title
        href = node.address.map { context.urls.page($0.bytes) }
        isCurrent = node.isCurrent
        children = node.children.map { SidebarNode($0, in: context) }
    }

    var fields: [String: TemplateValue] {
        [
            "title": .text(raw: title), "href": .text(raw: href), "isCurrent": .flag(isCurrent), "children": .views(children),
            "hasChildren": .flag(!children.isEmpty),
        ]
    }
}
