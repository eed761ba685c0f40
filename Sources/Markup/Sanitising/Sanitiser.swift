/// Walks a parsed page once and writes what is allowed: pieces with slots, headings with anchors, plain text.
struct Sanitiser {
    /// What the walk gives beside the pieces.
    struct Output {
        var parts = ArticleParts()
        var links: [DocumentLink] = []
        var headings: [Heading] = []
        var plainText: [UInt8] = []
        var title: String?
        var places = PagePlaces()
    }

    /// An element whose end has not come.
    struct OpenElement {
        var end: Int
        var closing: String
        /// Whether its end also ends a line of plain text.
        var isBlock = false
        /// The link whose words are being read.
        var link: Int?
        /// Whether it is an `a`, in which no other may stand.
        var isAnchor = false
    }

    /// Elements nested deeper are left out, their text stays: no browser shows more, and no reader needs it.
    private static let depthLimit = 200
    /// The longest text of a link that is kept beside it.
    private static let linkTextLimit = 300

    let tree: HTMLTree
    let trusted: [TrustedElement]
    let mark: String
    let outputLimit: Int
    /// A title that stands above the article, so that the same words need not open it.
    let knownTitle: String?
    var output = Output()
    var open: [OpenElement] = []
    var anchors = HeadingAnchors()
    var anchorDepth = 0
    var headingEnd = 0

    init(tree: HTMLTree, trusted: [TrustedElement], mark: TrustedMark, outputLimit: Int, knownTitle: String?) {
        self.tree = tree
        self.trusted = trusted
        self.mark = mark.attribute
        self.outputLimit = outputLimit
        self.knownTitle = knownTitle
    }

    /// One walk, linear and without recursion.
    consuming func sanitised() throws(MarkupError) -> Output {
        collectPlaces()
        var index = 0
        while index < tree.nodes.count {
            close(before: index)
            let node = tree.nodes[index]
            switch node.kind {
            case .text: writeText(tree.text[node.range])
            case .foreign:
                index = node.end
                continue
            case .element(let tag):
                if !enter(index, tag) {
                    index = node.end
                    continue
                }
            }
            guard output.parts.size <= outputLimit, output.plainText.count <= outputLimit else { throw .outputTooLarge }
            index += 1
        }
        close(before: index)
        return output
    }

    private mutating func collectPlaces() {
        for node in tree.nodes {
            guard let name = tree.value("id", of: node) ?? tree.value("name", of: node), !name.isEmpty else { continue }
            output.places.insert(author: name)
        }
    }

    private mutating func close(before index: Int) {
        while let last = open.last, last.end <= index {
            output.parts.append(last.closing)
            if last.isBlock { endLine() }
            if last.isAnchor { anchorDepth -= 1 }
            open.removeLast()
        }
    }

    mutating func push(_ element: OpenElement) {
        if element.isAnchor { anchorDepth += 1 }
        open.append(element)
    }

    /// Writes the start of an element; false where its content is left out with it.
    private mutating func enter(_ index: Int, _ tag: Int?) -> Bool {
        let node = tree.nodes[index]
        if let ours = ours(node) {
            switch ours {
            case .attributes(let attributes):
                guard let tag, let rule = ElementRule.byTag[tag] else { return true }
                writeOurs(node, rule, attributes)
                return true
            case .title where !isPageTitle(index): break
            default:
                write(ours, index)
                return false
            }
        }
        guard let tag, let rule = ElementRule.byTag[tag] else { return true }
        if case .dropped = rule.shape { return false }
        guard open.count < Self.depthLimit else { return true }
        return enter(index, rule)
    }

    private func ours(_ node: HTMLTree.Node) -> TrustedElement? {
        guard let value = tree.value(mark, of: node), let number = Int(String(decoding: value, as: UTF8.self)) else { return nil }
        return trusted.indices.contains(number) ? trusted[number] : nil
    }

    private mutating func writeOurs(_ node: HTMLTree.Node, _ rule: ElementRule, _ attributes: String) {
        output.parts.append("<" + rule.name + attributes + ">")
        notePlace(attributes)
        var element = OpenElement(end: node.end, closing: "</" + rule.name + ">")
        switch rule.shape {
        case .anchor: element.isAnchor = true
        case .block, .ours: element.isBlock = true
        default: break
        }
        push(element)
    }

    /// Footnotes and the marks that lead to them are places, too.
    private mutating func notePlace(_ attributes: String) {
        let parts = attributes.split(separator: "\"", omittingEmptySubsequences: false)
        guard let name = parts.firstIndex(where: { $0 == " id=" }), parts.indices.contains(name + 1) else { return }
        output.places.insert(anchor: String(parts[name + 1]))
    }

    private mutating func write(_ ours: TrustedElement, _ index: Int) {
        switch ours {
        case .attributes: break
        case .verbatim(let html, let text, let isBlock):
            if isBlock { endLine() }
            output.parts.append(verbatim: html)
            appendPlain(text)
            if isBlock { endLine() }
        case .slot(let link):
            if link.isBlock { endLine() }
            // Within another link an element of its own cannot stand: its words do.
            anchorDepth > 0 ? writeText(Array(link.text.utf8)[...]) : appendSlot(link)
            if link.isBlock { endLine() }
        case .fragmentLink(let fragment, let text):
            writeFragmentLink(fragment, text)
        case .title: writeTitle(index)
        case .tableOfContents: output.parts.appendTableOfContents()
        }
    }

    private mutating func writeFragmentLink(_ fragment: String, _ text: String) {
        guard anchorDepth == 0 else { return writeText(Array(text.utf8)[...]) }
        output.parts.append("<a href=\"")
        output.parts.appendFragment(Array(fragment.utf8))
        output.parts.append("\">")
        writeText(Array(text.utf8)[...])
        output.parts.append("</a>")
    }

    /// Where the front matter names the page otherwise, an `# H1` that opens it is part of the article.
    private func isPageTitle(_ index: Int) -> Bool {
        let text = words(below: index)
        return !text.isEmpty && (knownTitle == nil || knownTitle?.lowercased() == text.lowercased())
    }

    /// The heading that is the page's title is not written again, but links to it still arrive.
    private mutating func writeTitle(_ index: Int) {
        let text = words(below: index)
        let anchor = anchors.next(for: text)
        output.places.insert(heading: anchor)
        output.title = text
        output.parts.append("<span id=\"" + escapedHTML(anchor) + "\"></span>")
    }

    func words(below index: Int) -> String {
        var bytes: [UInt8] = []
        var child = index + 1
        while child < tree.nodes[index].end {
            let node = tree.nodes[child]
            if node.kind == .text {
                bytes.append(contentsOf: tree.text[node.range])
            } else if let ours = ours(node) {
                switch ours {
                case .verbatim(_, let text, _): bytes.append(contentsOf: text)
                case .slot(let link): bytes.append(contentsOf: link.text.utf8)
                case .fragmentLink(_, let text): bytes.append(contentsOf: text.utf8)
                case .attributes, .title, .tableOfContents: break
                }
            }
            child += 1
        }
        return String(decoding: bytes.trimmingBlanks, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    mutating func appendSlot(_ link: DocumentLink) {
        output.parts.appendSlot(output.links.count)
        output.links.append(link)
        if link.kind != .markdown { appendPlain(Array(link.text.utf8)) }
    }

    private mutating func writeText(_ text: ArraySlice<UInt8>) {
        // Blanks between blocks are no words.
        let isBlank = text.trimmingBlanks.isEmpty
        if output.parts.size > 0 || !isBlank { output.parts.appendEscaped(text) }
        if !isBlank || !(output.plainText.isEmpty || output.plainText.last == 10) { appendPlain(Array(text)) }
    }

    private mutating func appendPlain(_ text: [UInt8]) {
        output.plainText.append(contentsOf: text)
        guard anchorDepth > 0, let link = open.last(where: { $0.isAnchor })?.link, output.links[link].text.utf8.count < Self.linkTextLimit
        else { return }
        output.links[link].text += String(decoding: text.prefix(Self.linkTextLimit), as: UTF8.self)
    }

    mutating func endLine() {
        if let last = output.plainText.last, last != 10 { output.plainText.append(10) }
    }
}
