/// Writes a Markdown tree as HTML for the sanitiser: authors' HTML as it is, ours under a mark.
struct MarkdownRenderer {
    /// What a renderer leaves.
    struct Output {
        var html: [UInt8] = []
        var trusted: [TrustedElement] = []
        var codeLanguages: Set<String> = []
        var hasMath = false
    }

    /// What happens after a node was entered.
    enum Step {
        /// Its children follow, then this.
        case descend(closing: String)
        /// It is finished.
        case skip
    }

    let tree: MarkdownTree
    let mark: TrustedMark
    let outputLimit: Int
    let firstVisible: Int?
    var output = Output()
    var highlighter = CodeHighlighter()
    private var openNodes: [(end: Int, closing: String)] = []
    /// The columns of the table being written, and the next cell's.
    var alignments: [MarkdownNode.Alignment] = []
    var column = 0
    var isInTableHead = false
    /// How often each footnote is referred to.
    var references: [Int: Int] = [:]
    var hasFootnotes = false
    /// The way back from a footnote, written at the end of its last paragraph.
    var backReferences: (paragraph: Int, html: String)?

    init(tree: MarkdownTree, mark: TrustedMark, outputLimit: Int) {
        self.tree = tree
        self.mark = mark
        self.outputLimit = outputLimit
        firstVisible = tree.firstVisible
        output.html.reserveCapacity(tree.text.count * 2)
    }

    /// Walks the tree once, without recursion.
    consuming func rendered() throws(MarkupError) -> Output {
        var index = 0
        while index < tree.nodes.count {
            close(before: index)
            switch enter(index) {
            case .descend(let closing):
                openNodes.append((tree.nodes[index].end, closing))
                index += 1
            case .skip:
                index = tree.nodes[index].end
            }
            guard output.html.count <= outputLimit else { throw .outputTooLarge }
        }
        close(before: index)
        if hasFootnotes { write("</ol>\n</section>\n") }
        return output
    }

    private mutating func close(before index: Int) {
        while let last = openNodes.last, last.end <= index {
            write(last.closing)
            openNodes.removeLast()
        }
    }

    func text(_ index: Int) -> ArraySlice<UInt8> { tree.text[tree.nodes[index].text] }

    mutating func write(_ html: String) {
        output.html.append(contentsOf: html.utf8)
    }

    mutating func writeEscaped(_ text: some Sequence<UInt8>) {
        output.html.appendEscaped(contentsOf: text)
    }

    /// The attribute that stands for an element of ours.
    mutating func trusted(_ element: TrustedElement) -> String {
        output.trusted.append(element)
        return " " + mark.attribute + "=\"" + String(output.trusted.count - 1) + "\""
    }

    /// Writes an element of ours that has no content here.
    mutating func writeTrusted(_ name: String, _ element: TrustedElement) {
        write("<" + name + trusted(element) + "></" + name + ">")
    }
}
