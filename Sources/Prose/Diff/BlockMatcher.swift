/// Finds which blocks of two texts are the same, in steps from the certain to the likely:
///
/// 1. common beginning and end, byte for byte;
/// 2. blocks that are of one kind and say the same, in order (`SequenceDiff` over `BlockKeys`);
/// 3. blocks that say the same and are of another kind or level;
/// 4. blocks that say the same elsewhere, with their neighbours; items of one list and rows of one table, however little they say;
/// 5. at one changed place, blocks that share many words or a sentence, in order, and blocks that were split or joined;
/// 6. anywhere, blocks that share rare words and then many others, with neighbours that say the same;
/// 7. keys of the front matter by their name, headings by the block that follows.
///
/// At the end the heaviest chain of pairs that keeps its order stays in place, and all others have moved. Step 2 to 4 is the
/// idea of P. Heckel ("A technique for isolating differences between files", 1978) with a stricter order; each step is linear
/// or bounded by the budget.
struct BlockMatcher {
    let old: StructuredText
    let new: StructuredText
    var budget: DiffBudget
    var forms: CanonicalForms
    var table = SymbolTable()

    private(set) var pairs: [BlockPair] = []
    /// The number of the pair that each block belongs to; -1 for none.
    private(set) var oldPairs: [Int]
    private(set) var newPairs: [Int]

    /// Blocks between the common ends, and what they say, counted from there.
    private(set) var oldMiddle = 0..<0
    private(set) var newMiddle = 0..<0
    private(set) var oldKeys: BlockKeys
    private(set) var newKeys: BlockKeys
    /// Changed places left by step 2.
    private(set) var regions: [(old: Range<Int>, new: Range<Int>)] = []

    /// Whether blocks that say little are followed to other places too, where they stand once: for a merge, which is not read.
    private let followsLight: Bool

    /// What says less moves only along with neighbours or within its list or table, in bytes.
    static let leastMoved = 24

    init(old: StructuredText, new: StructuredText, budget: DiffBudget, followsLight: Bool = false) {
        self.old = old
        self.new = new
        self.budget = budget
        self.followsLight = followsLight
        forms = CanonicalForms(old.text, new.text)
        oldPairs = [Int](repeating: -1, count: old.blocks.count)
        newPairs = [Int](repeating: -1, count: new.blocks.count)
        let ends = BlockMatcher.commonEnds(old, new)
        oldMiddle = ends.head..<old.blocks.count - ends.tail
        newMiddle = ends.head..<new.blocks.count - ends.tail
        oldKeys = BlockKeys(old, oldMiddle, &forms, &table)
        newKeys = BlockKeys(new, newMiddle, &forms, &table)
        self.budget.spend(old.blocks.count + new.blocks.count)
        for block in 0..<ends.head { pair(block, block, saysTheSame: true) }
        matchWhole()
        matchContent()
        matchElsewhere()
        matchListed()
        if followsLight { matchLight() }
        matchLike()
        matchKeys()
        for offset in 0..<ends.tail {
            pair(oldMiddle.upperBound + offset, newMiddle.upperBound + offset, saysTheSame: true)
        }
        matchHeadings()
        findMoved()
    }

    mutating func pair(_ oldBlock: Int, _ newBlock: Int, saysTheSame: Bool) {
        pair(oldBlock..<oldBlock + 1, newBlock..<newBlock + 1, saysTheSame: saysTheSame)
    }

    mutating func pair(_ oldBlocks: Range<Int>, _ newBlocks: Range<Int>, saysTheSame: Bool) {
        for block in oldBlocks { oldPairs[block] = pairs.count }
        for block in newBlocks { newPairs[block] = pairs.count }
        pairs.append(BlockPair(old: oldBlocks, new: newBlocks, saysTheSame: saysTheSame))
    }

    /// How many blocks at the beginning and at the end are the same, byte for byte.
    private static func commonEnds(_ old: StructuredText, _ new: StructuredText) -> (head: Int, tail: Int) {
        func isSame(_ one: ProseBlock, _ other: ProseBlock) -> Bool {
            one.kind == other.kind && one.quoteDepth == other.quoteDepth && old.text[one.extent] == new.text[other.extent]
        }
        let most = min(old.blocks.count, new.blocks.count)
        var head = 0
        while head < most, isSame(old.blocks[head], new.blocks[head]) { head += 1 }
        var tail = 0
        while tail < most - head, isSame(old.blocks[old.blocks.count - 1 - tail], new.blocks[new.blocks.count - 1 - tail]) { tail += 1 }
        return (head, tail)
    }

    private mutating func matchWhole() {
        let diff = aligned(oldKeys.whole, newKeys.whole, edges: (headings(old, oldMiddle), headings(new, newMiddle)))
        regions = diff.map {
            (
                oldMiddle.lowerBound + $0.oldRange.lowerBound..<oldMiddle.lowerBound + $0.oldRange.upperBound,
                newMiddle.lowerBound + $0.newRange.lowerBound..<newMiddle.lowerBound + $0.newRange.upperBound
            )
        }
        var (oldBlock, newBlock) = (oldMiddle.lowerBound, newMiddle.lowerBound)
        for region in regions + [(oldMiddle.upperBound..<oldMiddle.upperBound, newMiddle.upperBound..<newMiddle.upperBound)] {
            while oldBlock < region.old.lowerBound {
                pair(oldBlock, newBlock, saysTheSame: true)
                (oldBlock, newBlock) = (oldBlock + 1, newBlock + 1)
            }
            (oldBlock, newBlock) = (region.old.upperBound, region.new.upperBound)
        }
    }

    /// Edits begin and end best before a heading.
    private func headings(_ text: StructuredText, _ blocks: Range<Int>) -> [UInt8] {
        text.blocks[blocks].map { if case .heading = $0.kind { 1 } else { 0 } } + [1]
    }

    private mutating func matchContent() {
        let (oldRest, newRest) = (unpairedOld, unpairedNew)
        guard !oldRest.isEmpty, !newRest.isEmpty else { return }
        let edits = aligned(oldRest.map { oldKey($0) }, newRest.map { newKey($0) }, edges: nil)
        var (left, right) = (0, 0)
        for edit in edits + [SequenceEdit(oldRange: oldRest.count..<oldRest.count, newRange: newRest.count..<newRest.count)] {
            while left < edit.oldRange.lowerBound {
                let (oldBlock, newBlock) = (oldRest[left], newRest[right])
                if isHeavy(oldBlock) || shareRegion(oldBlock, newBlock) { pairWithNeighbours(oldBlock, newBlock) }
                (left, right) = (left + 1, right + 1)
            }
            (left, right) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
    }

    private mutating func aligned(_ one: [Int], _ other: [Int], edges: (old: [UInt8], new: [UInt8])?) -> [SequenceEdit] {
        var diff = SequenceDiff(old: one, new: other, symbolCount: table.count, budget: budget.left / 4)
        if let edges { diff.slide(old: one, new: other, oldEdges: edges.old, newEdges: edges.new) }
        budget.spend(diff.cost)
        if diff.isCoarse { budget.isCoarse = true }
        return diff.edits
    }

    /// Chooses what stayed in place.
    private mutating func findMoved() {
        let order = pairs.indices.sorted { pairs[$0].old.lowerBound < pairs[$1].old.lowerBound }
        let chain = RisingChain(
            order.map { pairs[$0].new.lowerBound },
            weights: order.map { 1 + new.text[new.blocks[pairs[$0].new.lowerBound].range].count }, bound: new.blocks.count)
        for (index, pair) in order.enumerated() where !chain.isMember[index] { pairs[pair].isMoved = true }
        if !followsLight, pairs.contains(where: \.isMoved) { partLightMoves() }
    }

    /// Blocks that say little, such as a lone bracket, are no move, but one went and another came, unless both stand in one list.
    private mutating func partLightMoves() {
        let lists = BlockLists(self)
        var run: [Int] = []
        var weight = 0
        for block in new.blocks.indices {
            let index = newPairs[block]
            guard index < 0 || pairs[index].new.lowerBound == block else { continue }
            let goesOn = run.last.map { index >= 0 && pairs[index].isMoved && pairs[index].old.lowerBound == pairs[$0].old.upperBound }
            if goesOn != true {
                if weight < BlockMatcher.leastMoved { run.forEach { part($0) } }
                (run, weight) = ([], 0)
            }
            guard index >= 0, pairs[index].isMoved else { continue }
            if lists.areOne(pairs[index].old.lowerBound, block) { weight += BlockMatcher.leastMoved }
            run.append(index)
            weight += pairs[index].new.reduce(0) { $0 + new.blocks[$1].content.count }
        }
        if weight < BlockMatcher.leastMoved { run.forEach { part($0) } }
    }

    private mutating func part(_ pair: Int) {
        pairs[pair].isMoved = false
        for block in pairs[pair].old { oldPairs[block] = -1 }
        for block in pairs[pair].new { newPairs[block] = -1 }
    }
}

extension BlockMatcher {
    /// Blocks of the old text that have no partner yet.
    var unpairedOld: [Int] { regions.flatMap { $0.old.filter { oldPairs[$0] < 0 } } }
    /// Blocks of the new text that have no partner yet.
    var unpairedNew: [Int] { regions.flatMap { $0.new.filter { newPairs[$0] < 0 } } }

    /// What a block of the old text says.
    func oldKey(_ block: Int) -> Int { oldKeys.content[block - oldMiddle.lowerBound] }
    /// What a block of the new text says.
    func newKey(_ block: Int) -> Int { newKeys.content[block - newMiddle.lowerBound] }

    /// Whether a block of the old text says enough to be told from others.
    func isHeavy(_ block: Int) -> Bool { oldKeys.weight[block - oldMiddle.lowerBound] >= BlockMatcher.leastMoved }

    /// Whether a block of the old text says anything.
    func hasWord(_ block: Int) -> Bool { oldKeys.content[block - oldMiddle.lowerBound] != oldKeys.whole[block - oldMiddle.lowerBound] }

    /// Whether two blocks stand at one changed place. Logarithmic.
    func shareRegion(_ oldBlock: Int, _ newBlock: Int) -> Bool {
        var (low, high) = (0, regions.count)
        while low < high {
            let middle = (low + high) / 2
            if regions[middle].old.upperBound <= oldBlock { low = middle + 1 } else { high = middle }
        }
        return low < regions.count && regions[low].old.contains(oldBlock) && regions[low].new.contains(newBlock)
    }
}
