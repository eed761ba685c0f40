import Markup

/// An article that is shown beside another one.
struct WholeArticle {
    private let tree: ArticleTree

    init(_ tree: ArticleTree) { self.tree = tree }

    /// The same without any `id`, so that none is twice on the page. Linear.
    var withoutPlaces: SafeHTML {
        var html: [UInt8] = []
        html.reserveCapacity(tree.html.count)
        var written = 0
        for node in tree.nodes.indices where tree.nodes[node].role != nil {
            let range = tree.nodes[node].range
            html += tree.html[written..<range.lowerBound]
            html += ArticleTree.withoutID(tree.bytes(node))
            written = range.upperBound
        }
        html += tree.html[written...]
        return SafeHTML(trusted: String(decoding: html, as: UTF8.self))
    }
}
