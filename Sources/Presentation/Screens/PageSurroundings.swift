import Git
package import WikiCore

/// What the order of pages puts around a page: those before and after it, and a sidebar where nobody wrote one.
package struct PageSurroundings: Hashable, Sendable {
    private let neighbours: ReadingNeighbours
    private let sidebar: [ReadingNode]

    /// - Parameters:
    ///   - neighbours: the pages before and after.
    ///   - sidebar: the lines of the sidebar; none where one is written.
    package init(neighbours: ReadingNeighbours, sidebar: [ReadingNode]) {
        self.neighbours = neighbours
        self.sidebar = sidebar
    }

    /// What tells two of them apart, for the key of a kept page. People choose the titles, so it is a hash that nobody forges.
    package var key: String {
        get throws {
            var bytes: [UInt8] = []
            for step in [neighbours.previous, neighbours.next] {
                Self.add(step?.title, to: &bytes)
                Self.add(step?.address, to: &bytes)
            }
            sidebar.forEach { Self.add($0, to: &bytes) }
            return try Repository.blobID(bytes).hex
        }
    }

    private static func add(_ node: ReadingNode, to bytes: inout [UInt8]) {
        add(node.title, to: &bytes)
        add(node.address, to: &bytes)
        bytes.append(node.isCurrent ? UInt8(ascii: "*") : UInt8(ascii: "("))
        node.children.forEach { add($0, to: &bytes) }
        bytes.append(UInt8(ascii: ")"))
    }

    private static func add(_ title: String?, to bytes: inout [UInt8]) { add((title?.utf8).map { Array($0) }, to: &bytes) }

    private static func add(_ path: GitPath?, to bytes: inout [UInt8]) { add(path?.bytes, to: &bytes) }

    /// With its length before it, so that no two lists of texts are alike.
    private static func add(_ text: [UInt8]?, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: Array("\(text?.count ?? -1):".utf8) + (text ?? []))
    }

    /// The links at the foot of the page.
    package func steps(in context: ViewContext) -> PageSteps { PageSteps(neighbours, in: context) }

    /// Puts itself around a page.
    package func stand(in layout: inout LayoutView, _ context: ViewContext) {
        layout.steps = steps(in: context)
        layout.sidebarTree = SidebarTree(sidebar, in: context)
    }
}
