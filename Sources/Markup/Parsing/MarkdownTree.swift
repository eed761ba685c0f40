/// A parsed page as values: no C memory is left behind it.
struct MarkdownTree: Equatable {
    var nodes: [MarkdownNode] = []
    /// Every text of the page, one after another.
    var text: [UInt8] = []

    /// The only child of a node, if it has just one.
    func onlyChild(of index: Int) -> Int? {
        let end = nodes[index].end
        return index + 1 < end && nodes[index + 1].end == end ? index + 1 : nil
    }

    /// The first block that a reader sees: comments do not count.
    var firstVisible: Int? {
        nodes.indices.dropFirst().first { index in
            switch nodes[index].kind {
            case .comment: false
            case .htmlBlock: !text[nodes[index].text].trimmingBlanks.starts(with: "<!--".utf8)
            default: true
            }
        }
    }

    /// The last child of a node, if it is a paragraph.
    func lastChildParagraph(of index: Int) -> Int? {
        var child = index + 1
        guard child < nodes[index].end else { return nil }
        while nodes[child].end < nodes[index].end { child = nodes[child].end }
        if case .paragraph = nodes[child].kind { return child }
        return nil
    }

    /// The words below a node as a reader sees them, without markup.
    func plainText(of index: Int) -> [UInt8] {
        var result: [UInt8] = []
        for node in nodes[index..<nodes[index].end] {
            switch node.kind {
            case .text, .code, .math: result.append(contentsOf: text[node.text])
            case .softBreak, .lineBreak: result.append(UInt8(ascii: " "))
            case .wikilink: result.append(contentsOf: Wikilink(text[node.text]).text.utf8)
            default: break
            }
        }
        return result
    }
}
