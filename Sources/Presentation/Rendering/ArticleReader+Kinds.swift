import Prose

/// What a leaf is to a reader.
extension ArticleReader {
    mutating func kind(_ leaf: ArticleLeaf) -> ProseBlock.Kind {
        if leaf.row >= 0 { return .tableRow(isHeader(leaf) ? .header : .body) }
        guard leaf.container >= 0 else { return .paragraph }
        switch tree.nodes[leaf.container].role {
        case .heading(let level)?: return .heading(level: level)
        case .preformatted?: return .code(isFenced: false)
        default: break
        }
        guard let item = item(leaf.container), claim(item) else { return .paragraph }
        let list = containers[item]
        let isOrdered = list >= 0 && tree.nodes[list].role == .list(isOrdered: true)
        return .listItem(depth: max(0, tree.nodes[item].lists - 1), isOrdered: isOrdered, task: task)
    }

    private func isHeader(_ leaf: ArticleLeaf) -> Bool {
        leaf.cells.first.map { tree.nodes[$0.node].role == .cell(isHeader: true) } ?? false
    }

    /// The item whose own text may stand in an element: the element itself, or what holds its paragraph.
    private func item(_ container: Int) -> Int? {
        if tree.nodes[container].role == .item { return container }
        let outer = containers[container]
        guard outer >= 0, tree.nodes[outer].role == .item, tree.nodes[container].role == .block else { return nil }
        return outer
    }

    /// Whether blocks stand within a link. Costs the depth.
    func isLinked(_ container: Int) -> Bool {
        var node = container
        while node >= 0 {
            if tree.html[tree.nodes[node].name].elementsEqual("a".utf8) { return true }
            node = tree.nodes[node].parent
        }
        return false
    }
}
