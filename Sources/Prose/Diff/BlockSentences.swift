/// The longer sentences of some blocks of running text, to tell whether two blocks that share few words have a sentence in common.
struct BlockSentences {
    /// By block, ascending by symbol; of blocks that are no more than a sentence none.
    private var sentences: [Int: [Int]] = [:]

    /// More sentences of a block are not looked at.
    private static let most = 40

    /// Linear in the bytes of the blocks.
    init(_ text: StructuredText, _ blocks: [Int], _ forms: inout CanonicalForms, _ table: inout SymbolTable) {
        for index in blocks where text.blocks[index].isText {
            let block = text.blocks[index]
            let ranges = Sentences.ranges(of: text.text, in: block.content)
            guard ranges.count > 1 else { continue }
            sentences[index] = ranges.prefix(BlockSentences.most).filter { $0.count >= BlockMatcher.leastMoved }.map { range in
                var plain = PlainBytes(text.text)
                plain.append(range, isQuoted: block.quoteDepth > 0, &forms)
                return table.symbol(of: plain.bytes[...])
            }.sorted()
        }
    }

    /// Whether a block has a sentence in common with a block of another text. Linear in the sentences.
    func share(_ block: Int, _ others: BlockSentences, _ other: Int) -> Bool {
        guard var mine = sentences[block]?[...], var theirs = others.sentences[other]?[...] else { return false }
        while let one = mine.first, let two = theirs.first {
            if one == two { return true }
            if one < two { mine.removeFirst() } else { theirs.removeFirst() }
        }
        return false
    }
}
