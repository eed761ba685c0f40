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

    /// Where the value of an attribute stands in a tag; nil where there is none. Values hold no bare quotes, so what looks like
    /// an attribute is one.
    static func value(_ name: String, in tag: ArraySlice<UInt8>) -> Range<Int>? {
        let sign = Array((" " + name + "=\"").utf8)
        var place = tag.startIndex
        while let blank = tag[place...].firstIndex(of: 0x20) {
            if tag[blank...].starts(with: sign) {
                let start = blank + sign.count
                return tag[start...].firstIndex(of: UInt8(ascii: "\"")).map { start..<$0 }
            }
            place = blank + 1
        }
        return nil
    }

    /// A tag without its `id`.
    static func withoutID(_ tag: ArraySlice<UInt8>) -> [UInt8] {
        guard let value = value("id", in: tag) else { return Array(tag) }
        return Array(tag[..<(value.lowerBound - 5)]) + tag[(value.upperBound + 1)...]
    }
}
