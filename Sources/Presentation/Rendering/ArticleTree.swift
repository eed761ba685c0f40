/// An article's sanitised HTML as a light tree: which stretch of its bytes is a tag, which is text, and what holds what.
///
/// This is no HTML parser: it reads what our own sanitiser writes (every element closed, every sign of markup in texts and
/// values escaped) and takes nothing else.
struct ArticleTree {
    /// An element or a run of text.
    struct Node {
        /// The bytes of the text, or of the start tag.
        let range: Range<Int>
        /// The name within the start tag; empty for text.
        let name: Range<Int>
        /// Nil for text.
        let role: ElementRole?
        /// The element around it; -1 where there is none.
        let parent: Int
        /// The index after its last descendant.
        var end: Int
        /// Whether a block stands somewhere in it.
        var holdsBlock = false
        /// How many quotes it stands in, or is.
        let quotes: Int
        /// How many lists it stands in, or is.
        let lists: Int

        /// Whether it holds lines of text instead of standing in one.
        var isContainer: Bool {
            guard let role, !role.isWhole else { return false }
            return role.isBlock || holdsBlock
        }
    }

    let html: [UInt8]
    /// Each element before its children.
    let nodes: [Node]

    /// Nil where the HTML is not what the sanitiser writes, or has more than so many tags and texts. Linear.
    init?(_ html: [UInt8], nodeLimit: Int) {
        var reader = ArticleTreeReader(html: html)
        guard reader.read(nodeLimit: nodeLimit) else { return nil }
        self.html = html
        nodes = reader.nodes
    }

    /// A node's start tag, or its text.
    func bytes(_ node: Int) -> ArraySlice<UInt8> { html[nodes[node].range] }
}
