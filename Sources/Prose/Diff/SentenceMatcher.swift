/// Finds sentences that moved, by what they say:
///
/// 1. in each pair of blocks the sentences that both have, in order, stay; where some are in another order, those of the
///    heaviest chain that keeps its order (`RisingChain`);
/// 2. of all sentences that are left, in pairs and in blocks that went or came, those that say the same have moved, the first
///    with the first, if they are of some length;
/// 3. and their neighbours that say the same, however short;
/// 4. of the rest, those that share rare words and then most others have moved and were changed, but for those that are as
///    much alike at one place.
///
/// Linear in the bytes of changed blocks, times a logarithm; within the budget.
struct SentenceMatcher {
    /// What says less is found by chance too often, in bytes and words; neighbours aside.
    static let least = (bytes: BlockMatcher.leastMoved, words: 5)

    let old: StructuredText
    let new: StructuredText
    var forms: CanonicalForms
    private var table = SymbolTable()
    var budget: DiffBudget
    private(set) var oldSide = SentenceSide()
    private(set) var newSide = SentenceSide()
    private var place = 0
    /// What moved.
    private(set) var pairs: [MovedSentences.Pair] = []
    /// Operations spent.
    var cost: Int { budget.cost }

    init(_ matcher: BlockMatcher) {
        (old, new, forms) = (matcher.old, matcher.new, matcher.forms)
        // Words inside blocks come first: this may have no more than a part of what is left.
        budget = DiffBudget(matcher.budget.left / 4)
        gather(matcher)
        matchEverywhere()
        matchLike()
    }

    // MARK: What there is

    private mutating func gather(_ matcher: BlockMatcher) {
        for pair in matcher.pairs where !pair.saysTheSame {
            let blocks = (old.blocks[pair.old.lowerBound], new.blocks[pair.new.lowerBound])
            if blocks.0.isText, blocks.1.isText { gather(pair) }
        }
        for block in old.blocks.indices where matcher.oldPairs[block] < 0 && old.blocks[block].isText {
            oldSide.append(sentences(old, old.blocks[block].content, old.blocks[block]), place: nextPlace(), other: 0, &table)
        }
        for block in new.blocks.indices where matcher.newPairs[block] < 0 && new.blocks[block].isText {
            newSide.append(sentences(new, new.blocks[block].content, new.blocks[block]), place: nextPlace(), other: 0, &table)
        }
    }

    private mutating func nextPlace() -> Int {
        place += 1
        return place
    }

    private mutating func sentences(_ text: StructuredText, _ range: Range<Int>, _ block: ProseBlock) -> [SentenceSide.Sentence] {
        guard range.count >= SentenceMatcher.least.bytes, budget.afford(range.count) else { return [] }
        return Sentences.ranges(of: text.text, in: range).map { range in
            let range = block.quoteDepth > 0 ? SentenceMatcher.withoutQuoteSigns(text.text, range) : range
            var plain = PlainBytes(text.text)
            plain.append(range, isQuoted: block.quoteDepth > 0, &forms)
            return SentenceSide.Sentence(range: range, says: plain.bytes)
        }
    }

    /// A sentence that begins a line of a quote, without the signs of the quote.
    private static func withoutQuoteSigns(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
        guard range.lowerBound > 0, text[range.lowerBound - 1] == 0x0A else { return range }
        let start = text[range].firstIndex { $0 != UInt8(ascii: ">") && !$0.isASCIISpace } ?? range.upperBound
        return start..<range.upperBound
    }

    private mutating func gather(_ pair: BlockPair) {
        let ranges = (SentenceMatcher.content(old, pair.old), SentenceMatcher.content(new, pair.new))
        budget.spend((ranges.0.count + ranges.1.count) / 16)
        let parts = DifferingParts(old.text, ranges.0, new.text, ranges.1).wholeSentences(old.text, ranges.0)
        var one = sentences(old, parts.old, old.blocks[pair.old.lowerBound])
        var other = sentences(new, parts.new, new.blocks[pair.new.lowerBound])
        guard !one.isEmpty || !other.isEmpty, let stayed = stayed(one, other) else { return }
        for pair in stayed { (one[pair.old].partner, other[pair.new].partner) = (pair.new, pair.old) }
        let (place, counts) = (nextPlace(), (oldSide.count, newSide.count))
        oldSide.append(one, place: place, other: counts.1, &table)
        newSide.append(other, place: place, other: counts.0, &table)
    }

    /// What several blocks say, with what stands between them.
    private static func content(_ text: StructuredText, _ blocks: Range<Int>) -> Range<Int> {
        text.blocks[blocks.lowerBound].content.lowerBound..<text.blocks[blocks.upperBound - 1].content.upperBound
    }

    /// The sentences of a pair of blocks that stay; nil where that was too costly to find out, for what was not found at its
    /// place is none that moved.
    private mutating func stayed(
        _ one: [SentenceSide.Sentence], _ other: [SentenceSide.Sentence]
    ) -> [(old: Int, new: Int)]? {
        var table = SymbolTable()
        let keys = (one.map { table.symbol(of: $0.says[...]) }, other.map { table.symbol(of: $0.says[...]) })
        let diff = SequenceDiff(old: keys.0, new: keys.1, symbolCount: table.count, budget: budget.left / 4)
        budget.spend(diff.cost)
        if diff.isCoarse { return nil }
        var stayed: [(old: Int, new: Int)] = []
        var crossing = KeyQueues(symbolCount: table.count)
        var (left, right) = (0, 0)
        for edit in diff.edits + [SequenceEdit(oldRange: one.count..<one.count, newRange: other.count..<other.count)] {
            stayed += zip(left..<edit.oldRange.lowerBound, right..<edit.newRange.lowerBound).map { ($0, $1) }
            for index in edit.oldRange { crossing.append(index, key: keys.0[index]) }
            (left, right) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
        let count = stayed.count
        for index in diff.edits.flatMap(\.newRange) {
            if let first = crossing.popFirst(key: keys.1[index]) { stayed.append((first, index)) }
        }
        guard stayed.count > count else { return stayed }
        stayed.sort { $0.old < $1.old }
        let chain = RisingChain(stayed.map(\.new), weights: stayed.map { one[$0.old].range.count }, bound: other.count)
        return zip(stayed, chain.isMember).filter(\.1).map(\.0)
    }

    // MARK: What moved

    private mutating func matchEverywhere() {
        guard oldSide.count > 0, newSide.count > 0 else { return }
        var queues = KeyQueues(symbolCount: table.count)
        for sentence in oldSide.keys.indices where !oldSide.isTaken[sentence] { queues.append(sentence, key: oldSide.keys[sentence]) }
        for sentence in newSide.keys.indices where !newSide.isTaken[sentence] && says(newSide.ranges[sentence]) {
            var found = queues.popFirst(key: newSide.keys[sentence])
            while let taken = found, oldSide.isTaken[taken] { found = queues.popFirst(key: newSide.keys[sentence]) }
            guard let found else { continue }
            pair(found, sentence, isSame: true)
            extend(found, sentence, by: 1)
            extend(found, sentence, by: -1)
        }
    }

    mutating func pair(_ one: Int, _ other: Int, isSame: Bool) {
        oldSide.take(one)
        newSide.take(other)
        pairs.append(MovedSentences.Pair(old: oldSide.ranges[one], new: newSide.ranges[other], isSame: isSame))
    }

    private mutating func extend(_ one: Int, _ other: Int, by step: Int) {
        var (left, right) = (one + step, other + step)
        while oldSide.isFree(left, beside: one), newSide.isFree(right, beside: other), oldSide.keys[left] == newSide.keys[right] {
            pair(left, right, isSame: true)
            (left, right) = (left + step, right + step)
        }
    }

    /// Whether a sentence of the new text is of some length.
    private func says(_ range: Range<Int>) -> Bool {
        guard range.count >= SentenceMatcher.least.bytes else { return false }
        var cutter = TokenCutter(reader: ScalarReader(text: new.text, end: range.upperBound), place: range.lowerBound)
        var words = 0
        while words < SentenceMatcher.least.words, let token = cutter.next() { if token.kind == .word { words += 1 } }
        return words == SentenceMatcher.least.words
    }
}
