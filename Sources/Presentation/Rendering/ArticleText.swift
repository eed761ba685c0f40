import Prose

/// An article as a text in blocks that a difference can be made of, and the way back to its HTML.
struct ArticleText {
    let tree: ArticleTree
    /// One for each block of `text`, in order.
    let leaves: [ArticleLeaf]
    /// For each node the elements around its content within its line, as `ArticleSymbols` numbers them; 0 for none.
    let contexts: [Int]
    /// For each node the element that holds it; -1 where nothing does.
    let containers: [Int]
    /// How its lists count.
    let numbers: ItemNumbers
    /// What the article says.
    let text: StructuredText

    /// Linear in the HTML.
    init(_ tree: ArticleTree, symbols: inout ArticleSymbols) {
        var reader = ArticleReader(tree: tree, symbols: symbols)
        reader.read()
        symbols = reader.symbols
        self.tree = tree
        leaves = reader.leaves
        contexts = reader.contexts
        containers = reader.containers
        numbers = ItemNumbers(tree)
        text = reader.builder.structuredText
    }

    /// The elements that hold a leaf, from the outermost.
    func chain(_ leaf: ArticleLeaf) -> [Int] {
        var chain: [Int] = []
        var node = leaf.container
        while node >= 0 {
            chain.append(node)
            node = containers[node]
        }
        return chain.reversed()
    }

    /// The elements between a run and what holds its line, from the outermost.
    func inlines(of run: ArticleLeaf.Run) -> [Int] {
        var chain: [Int] = []
        var node = tree.nodes[run.node].parent
        while node >= 0, contexts[node] > 0 {
            chain.append(node)
            node = tree.nodes[node].parent
        }
        return chain.reversed()
    }
}
