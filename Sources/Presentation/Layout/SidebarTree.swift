import Git
package import WikiCore

/// The sidebar of a wiki whose people wrote none: the pages around the one that is read, in their order.
package struct SidebarTree: TemplateView {
    private let nodes: [SidebarNode]

    /// Nil where there is nothing to show.
    package init?(_ nodes: [ReadingNode], in context: ViewContext) {
        guard !nodes.isEmpty else { return nil }
        self.nodes = nodes.map { SidebarNode($0, in: context) }
    }

    package var fields: [String: TemplateValue] { ["nodes": .views(nodes)] }
}

/// A line of it: a link or a heading, with the lines below.
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
