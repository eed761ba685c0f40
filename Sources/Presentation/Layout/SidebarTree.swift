package import WikiCore

/// The sidebar of a wiki whose people wrote none: the pages around the one that is read, in their order.
package struct SidebarTree: TemplateView {
    private let nodes: [SidebarNode]

    /// Nil where there is nothing to show.
    package init?(_ nodes: [ReadingNode], in context: ViewContext) {
        guard !nodes.isEmpty else { return nil }
        let shown = nodes.compactMap { SidebarNode($0, in: context) }
        guard !shown.isEmpty else { return nil }
        self.nodes = shown
    }

    package var fields: [String: TemplateValue] { ["nodes": .views(nodes)] }
}
