package import Git

/// A line of the tree of pages beside a page.
package struct ReadingNode: Hashable, Sendable {
    /// What it says.
    package let title: String
    /// Where it leads; nil for a heading.
    package let address: GitPath?
    /// True for the page beside which it stands.
    package let isCurrent: Bool
    /// What hangs below it, where that is shown.
    package var children: [ReadingNode] = []

    /// - Parameters:
    ///   - title: what it says.
    ///   - address: where it leads; nil for a heading.
    ///   - isCurrent: true for the page beside which it stands.
    ///   - children: what hangs below it.
    package init(title: String, address: GitPath?, isCurrent: Bool, children: [ReadingNode] = []) {
        self.title = title
        self.address = address
        self.isCurrent = isCurrent
        self.children = children
    }

    /// How many lines it has with all below.
    package var count: Int { children.reduce(1) { $0 + $1.count } }

    /// True where it, or a line below it, is a link.
    var leadsAnywhere: Bool { address != nil || children.contains(where: \.leadsAnywhere) }

    /// Hangs lines below each other by their depths; one that skips a depth hangs below the last one all the same. Linear.
    static func nested(_ lines: [(node: ReadingNode, depth: Int)]) -> [ReadingNode] {
        var rest = lines[...]
        return nested(&rest, deeperThan: Int.min)
    }

    private static func nested(_ lines: inout ArraySlice<(node: ReadingNode, depth: Int)>, deeperThan depth: Int) -> [ReadingNode] {
        var result: [ReadingNode] = []
        while let line = lines.first, line.depth > depth {
            lines.removeFirst()
            var node = line.node
            node.children = nested(&lines, deeperThan: line.depth)
            result.append(node)
        }
        return result
    }
}
