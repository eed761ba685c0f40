import Prose

/// A stretch of a rendered difference that begins and ends with everything closed: what may be folded away.
struct RenderedChunk {
    /// Its bytes in the output.
    var range: Range<Int>
    /// Whether something in it changed.
    private(set) var isChanged = false
    /// How many leaves.
    private(set) var leaves = 0
    /// The words of the heading that it is; nil where it is none.
    private(set) var heading: [UInt8]?

    init(start: Int) { range = start..<start }

    mutating func add(_ edit: LeafEdit, _ leaf: ArticleLeaf, _ article: ArticleText) {
        leaves += 1
        if edit.mark != .unchanged { isChanged = true }
        if case .heading = leaf.kind, leaf.container >= 0, article.containers[leaf.container] < 0 {
            heading = article.words(leaf)
        }
    }
}
