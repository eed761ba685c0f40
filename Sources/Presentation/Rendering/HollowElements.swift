/// Elements that a reader sees although nothing is in them: an item without words, an empty quote, heading or frame of code.
struct HollowElements {
    private let isHollow: [Bool]

    /// Linear: each node is looked at after all that is in it.
    init(_ tree: ArticleTree) {
        var isHollow = [Bool](repeating: false, count: tree.nodes.count)
        var saysSomething = isHollow
        for index in tree.nodes.indices.reversed() {
            let node = tree.nodes[index]
            if !saysSomething[index] {
                isHollow[index] = Self.isSeen(node)
                saysSomething[index] = isHollow[index] || Self.isThing(node, tree.bytes(index))
            }
            if saysSomething[index], node.parent >= 0 { saysSomething[node.parent] = true }
        }
        self.isHollow = isHollow
    }

    func contains(_ node: Int) -> Bool { isHollow[node] }

    /// A rectangle around nothing is no more than the space it takes; a sign before nothing is something.
    private static func isSeen(_ node: ArticleTree.Node) -> Bool {
        switch node.role {
        case .item, .heading, .quote, .preformatted: true
        default: false
        }
    }

    private static func isThing(_ node: ArticleTree.Node, _ bytes: ArraySlice<UInt8>) -> Bool {
        guard let role = node.role else { return !bytes.allSatisfy { $0 <= 0x20 } }
        return role.isWhole && role != .silent
    }
}
