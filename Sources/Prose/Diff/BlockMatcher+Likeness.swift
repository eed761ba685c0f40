extension BlockMatcher {
    /// In thousandths: blocks at one place that share less are no pair.
    static let placeFloor = 400
    /// Likewise for blocks at different places.
    static let moveFloor = 600
    /// The largest table of likeness at one place.
    private static let largestTable = 40_000
    /// What reading one byte into words costs, in operations.
    static let wordCost = 4
    /// What one more block costs.
    private static let blockCost = 200

    /// Pairs blocks that share many words.
    mutating func matchLike() {
        let (oldRest, newRest) = (unpairedOld, unpairedNew)
        guard !oldRest.isEmpty, !newRest.isEmpty else { return }
        let bytes = oldRest.reduce(0) { $0 + old.blocks[$1].content.count } + newRest.reduce(0) { $0 + new.blocks[$1].content.count }
        let blocks = oldRest.count + newRest.count
        guard budget.afford(bytes * BlockMatcher.wordCost + blocks * BlockMatcher.blockCost) else { return matchAlone() }
        let oldBags = BlockBags(old, oldRest, &forms, &table)
        let newBags = BlockBags(new, newRest, &forms, &table)
        for region in regions {
            let (rows, columns) = (region.old.filter { oldPairs[$0] < 0 }, region.new.filter { newPairs[$0] < 0 })
            guard !rows.isEmpty, !columns.isEmpty, rows.count * columns.count <= BlockMatcher.largestTable else { continue }
            let words = (rows.reduce(0) { $0 + oldBags[$1].words.count }, columns.reduce(0) { $0 + newBags[$1].words.count })
            guard budget.afford(rows.count * words.1 + columns.count * words.0 + rows.count * columns.count) else { continue }
            matchRegion(rows, columns, oldBags, newBags)
        }
        matchRare(oldBags, newBags)
    }

    /// Where there is nothing to spend on words: one block that became one other of its kind.
    private mutating func matchAlone() {
        for region in regions where region.old.count == 1 && region.new.count == 1 {
            let (left, right) = (region.old.lowerBound, region.new.lowerBound)
            guard oldPairs[left] < 0, newPairs[right] < 0, old.blocks[left].kind == new.blocks[right].kind else { continue }
            pair(left, right, saysTheSame: false)
        }
    }

    private mutating func matchRegion(_ rows: [Int], _ columns: [Int], _ oldBags: BlockBags, _ newBags: BlockBags) {
        var shared = [Int](repeating: 0, count: rows.count * columns.count)
        for (row, left) in rows.enumerated() {
            for (column, right) in columns.enumerated() { shared[row * columns.count + column] = oldBags[left].shared(newBags[right]) }
        }
        var seams = BlockSeams(shared: shared, rows: rows.map { oldBags[$0] }, columns: columns.map { newBags[$0] })
        seams.find {
            old.blocks[rows[$0]].isText
        } isColumnText: {
            new.blocks[columns[$0]].isText
        }
        let splits = seams.splits.filter { isRun(columns[$0.columns]) }
        let joins = seams.joins.filter { isRun(rows[$0.rows]) }
        for split in splits where !columns[split.columns].contains(where: { newPairs[$0] >= 0 }) {
            pair(rows[split.row]..<rows[split.row] + 1, span(columns[split.columns]), saysTheSame: false)
        }
        for join in joins where !rows[join.rows].contains(where: { oldPairs[$0] >= 0 }) && newPairs[columns[join.column]] < 0 {
            pair(span(rows[join.rows]), columns[join.column]..<columns[join.column] + 1, saysTheSame: false)
        }
        let sentences = sentences(rows, columns)
        let found = OrderedPairs.best(rows: rows.count, columns: columns.count, floor: BlockMatcher.placeFloor) { row, column in
            let (left, right) = (rows[row], columns[column])
            guard oldPairs[left] < 0, newPairs[right] < 0 else { return 0 }
            let alike = likeness(left, right, oldBags, newBags, shared: shared[row * columns.count + column])
            guard alike < BlockMatcher.placeFloor, let sentences, sentences.old.share(left, sentences.new, right) else { return alike }
            return BlockMatcher.placeFloor
        }
        for (row, column) in found { pair(rows[row], columns[column], saysTheSame: oldKey(rows[row]) == newKey(columns[column])) }
    }

    /// The sentences of blocks at one place; nil where there is nothing to spend on them.
    private mutating func sentences(_ rows: [Int], _ columns: [Int]) -> (old: BlockSentences, new: BlockSentences)? {
        let bytes = rows.reduce(0) { $0 + old.blocks[$1].content.count } + columns.reduce(0) { $0 + new.blocks[$1].content.count }
        guard 4 * bytes <= budget.left else { return nil }
        budget.spend(bytes)
        return (BlockSentences(old, rows, &forms, &table), BlockSentences(new, columns, &forms, &table))
    }

    private func isRun(_ blocks: ArraySlice<Int>) -> Bool { zip(blocks, blocks.dropFirst()).allSatisfy { $1 == $0 + 1 } }

    private func span(_ blocks: ArraySlice<Int>) -> Range<Int> { (blocks.first ?? 0)..<(blocks.last ?? -1) + 1 }

    /// The share of words that both have; where nearly all of one stands in the other, and that is not many times as long, it
    /// grew or was cut down, and is the same.
    private static func alike(_ one: WordBag, _ other: WordBag, shared: Int) -> Int {
        let (less, more) = (min(one.weight, other.weight), max(one.weight, other.weight))
        guard less > 0 else { return 0 }
        let isPart = 10 * shared >= 9 * less && less >= BlockMatcher.leastMoved && more <= 6 * less
        return max(2000 * shared / (less + more), isPart ? BlockMatcher.placeFloor : 0)
    }

    /// How alike two blocks are, in thousandths; nought where they can't be the same.
    func likeness(_ left: Int, _ right: Int, _ oldBags: BlockBags, _ newBags: BlockBags, shared: Int) -> Int {
        let (one, other) = (old.blocks[left], new.blocks[right])
        let (mine, theirs) = (oldBags[left], newBags[right])
        let alike = BlockMatcher.alike(mine, theirs, shared: shared)
        switch (one.kind, other.kind) {
        case (.frontMatterEntry, .frontMatterEntry):
            return !one.key.isEmpty && old.text[one.key] == new.text[other.key] ? 1000 : 0
        case (.frontMatterEntry, _), (_, .frontMatterEntry): return 0
        case (.frontMatterFence, .frontMatterFence), (.rule, .rule), (.blank, .blank): return 900
        case (.tableRow(.delimiter), .tableRow(.delimiter)): return 1000
        case (.tableRow(.delimiter), _), (_, .tableRow(.delimiter)): return 0
        case (.tableRow(.header), .tableRow(.header)): return max(alike, BlockMatcher.placeFloor)
        case (.tableRow, .tableRow):
            let (cell, otherCell) = (oldBags.firstCells[left], newBags.firstCells[right])
            return cell != nil && cell == otherCell ? max(alike, 500) : alike
        case (.code, .code): return alike
        case (.code, _), (_, .code): return alike >= 700 ? alike : 0
        default: return alike
        }
    }
}

extension ProseBlock {
    /// Whether it is running text, which may be split and joined.
    var isText: Bool {
        switch kind {
        case .paragraph, .listItem, .heading: true
        default: false
        }
    }
}
