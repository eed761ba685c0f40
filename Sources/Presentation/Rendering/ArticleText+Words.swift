import Prose

/// What a leaf says and where it leads, for a line that speaks of it.
extension ArticleText {
    /// Its words without the signs that stand for pictures and the like, in UTF-8.
    func words(_ leaf: ArticleLeaf, limit: Int = 80) -> [UInt8] {
        var words: [UInt8] = []
        for run in leaf.runs where words.count < limit {
            guard case .text = run.content else { continue }
            words += text.text[run.range]
            if leaf.shape == .row { words.append(0x20) }
        }
        guard words.count > limit else { return words }
        // Cut before a word, or at least before a character.
        var end = words[..<limit].lastIndex(of: 0x20).flatMap { $0 > limit / 2 ? $0 : nil } ?? limit
        while end > 0, words[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(words[..<end]) + Array("…".utf8)
    }

    /// The number of the elements around a run within its line; 0 for none.
    func context(of run: ArticleLeaf.Run) -> Int {
        let parent = tree.nodes[run.node].parent
        return parent >= 0 ? contexts[parent] : 0
    }

    /// Where the link around a run leads, in UTF-8 with its references resolved; empty where it stands in none.
    func target(of run: ArticleLeaf.Run) -> String {
        for node in inlines(of: run) where tree.html[tree.nodes[node].name].elementsEqual("a".utf8) {
            guard ArticleTree.value("href", in: tree.bytes(node)) != nil else { continue }
            return ArticleTree.text("href", in: tree.bytes(node))
        }
        return ""
    }

    /// The language of the code that a run stands in; empty where none is named.
    func language(of run: ArticleLeaf.Run) -> String {
        for node in inlines(of: run) where tree.html[tree.nodes[node].name].elementsEqual("code".utf8) {
            let classes = ArticleTree.text("class", in: tree.bytes(node))
            return classes.hasPrefix("language-") ? String(classes.dropFirst("language-".utf8.count)) : ""
        }
        return ""
    }

    /// The number of an item that is the first of its list; nil for every other leaf.
    func firstNumber(of leaf: ArticleLeaf) -> Int? {
        guard case .listItem(_, isOrdered: true, _) = leaf.kind, let item = chain(leaf).last(where: { tree.nodes[$0].role == .item })
        else { return nil }
        return numbers.isFirst(item) ? numbers.numbers[item] : nil
    }
}
