import Prose

/// A stretch of an article in which no block stands: what a difference takes for one block of text.
struct ArticleLeaf {
    enum Shape {
        /// Lines of text.
        case prose
        /// A table's row, told cell by cell.
        case row
        /// One block that is a whole by itself.
        case whole
    }

    /// A cell of a row, with its words and the bar behind it in the text compared.
    struct Cell {
        let node: Int
        let range: Range<Int>
        let bar: Int
    }

    /// A text or an element without words of its own, in a line.
    struct Run {
        enum Content {
            /// Written from the text compared.
            case text
            /// Bytes of the HTML that are written as they are, under another sign in the text compared.
            case literal(Range<Int>)
            /// The node with all that is in it.
            case node
            /// What stands for the words of an element that has none.
            case nothing
        }

        let node: Int
        let content: Content
        /// Its bytes in the text compared; empty where it says nothing.
        var range: Range<Int>
    }

    var shape = Shape.prose
    /// The element that holds it; of a row, what holds the row. -1 where nothing does.
    let container: Int
    /// The row's own element.
    var row = -1
    /// Its bytes in the text compared.
    var range = 0..<0
    var runs: [Run] = []
    var cells: [Cell] = []
    var kind = ProseBlock.Kind.paragraph
    /// Whether nothing else stands in its container.
    var isAlone = false
    /// Whether it stands in a link that holds blocks, so that no other link may stand in it.
    var isLinked = false

    init(container: Int) { self.container = container }
}
