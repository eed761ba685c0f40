/// Tags, and the numbers in them.
extension RenderedDiffWriter {
    /// What a list or an item needs to be told so that every item has the number it has in its own article: a list that goes on
    /// behind something else where it goes on, an item that stands behind one of the other article its own number. Nil where a
    /// browser counts right by itself. Keeps count.
    mutating func number(_ side: RenderedSide, _ node: Int, before inner: ArraySlice<(side: RenderedSide, node: Int)>) -> Int? {
        let article = article(side)
        if article.tree.nodes[node].isList {
            guard let counting = article.numbers.countings[node] else {
                nextNumbers.append(nil)
                return nil
            }
            let first = article.numbers.number(in: node, among: inner.lazy.filter { $0.side == side }.map(\.node)) ?? counting.first
            nextNumbers.append(first)
            return counting.isPlain && first == counting.first ? nil : first
        }
        guard let number = article.numbers.numbers[node], let next = nextNumbers.last ?? nil else { return nil }
        nextNumbers[nextNumbers.count - 1] = number + article.numbers.step(of: node)
        return number == next ? nil : number
    }

    /// A start tag; its `id` only where it is of the new article and was not written before.
    /// - Parameter number: where a list begins to count, or the number of an item; nil to leave it as it is.
    mutating func writeTag(
        _ side: RenderedSide, _ node: Int, classes: String? = nil, keepsPlace: Bool = true, number: Int? = nil
    ) {
        let tree = article(side).tree
        var tag = Array(tree.bytes(node))
        if let id = ArticleTree.value("id", in: tag[...]) {
            let isNew = side == .new && keepsPlace && places.insert(Array(tag[id])).inserted
            if !isNew { tag = ArticleTree.withoutID(tag[...]) }
        }
        if let number { tag = ArticleTree.with(tree.nodes[node].isList ? "start" : "value", number, tag[...]) }
        if let classes {
            if let value = ArticleTree.value("class", in: tag[...]) {
                tag.insert(contentsOf: (classes + " ").utf8, at: value.lowerBound)
            } else {
                tag.insert(contentsOf: (" class=\"" + classes + "\"").utf8, at: 1 + tree.nodes[node].name.count)
            }
        }
        // What changed must not be hidden behind a summary.
        if tree.nodes[node].role == .details, !tag.suffix(6).elementsEqual(" open>".utf8), ArticleTree.value("open", in: tag[...]) == nil {
            tag.insert(contentsOf: " open".utf8, at: tag.count - 1)
        }
        output += tag
    }

    mutating func writeEnd(_ side: RenderedSide, _ node: Int) {
        let tree = article(side).tree
        output += "</".utf8
        output += tree.html[tree.nodes[node].name]
        output.append(UInt8(ascii: ">"))
    }

    /// A node with all that is in it, as it is.
    mutating func writeWhole(_ side: RenderedSide, _ node: Int) {
        let tree = article(side).tree
        let isEmbed = tree.nodes[node].role == .blockAtom
        var open: [Int] = []
        for index in node..<tree.nodes[node].end {
            while let last = open.last, tree.nodes[last].end <= index {
                writeEnd(side, last)
                open.removeLast()
            }
            if tree.nodes[index].role == nil {
                output += tree.bytes(index)
            } else {
                writeTag(side, index, keepsPlace: !isEmbed)
                let name = String(decoding: tree.html[tree.nodes[index].name], as: UTF8.self)
                if !ElementRole.void.contains(name) { open.append(index) }
            }
        }
        while let last = open.popLast() { writeEnd(side, last) }
    }
}
