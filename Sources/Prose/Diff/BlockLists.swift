/// Which blocks stand together in one list, one table or the front matter, and which of those of the old text are which of the new.
struct BlockLists {
    /// The number of the list of each block; -1 for none.
    private let old: [Int]
    private let new: [Int]
    /// For each list of the old text the one that holds most of its blocks in the new text; -1 for none.
    private let partners: [Int]

    /// By the pairs found up to now. Linear.
    init(_ matcher: BlockMatcher) {
        let (oldCount, newCount): (Int, Int)
        (old, oldCount) = BlockLists.numbers(matcher.old.blocks)
        (new, newCount) = BlockLists.numbers(matcher.new.blocks)
        var counts: [Int: Int] = [:]
        // Neighbours are mostly pairs of the same two lists, so that few of them are looked up.
        var (last, run) = (-1, 0)
        for pair in matcher.pairs {
            let (one, other) = (old[pair.old.lowerBound], new[pair.new.lowerBound])
            let both = one >= 0 && other >= 0 ? one * newCount + other : -1
            if both != last {
                if last >= 0 { counts[last, default: 0] += run }
                (last, run) = (both, 0)
            }
            run += 1
        }
        if last >= 0 { counts[last, default: 0] += run }
        var partners = [Int](repeating: -1, count: oldCount)
        for (both, count) in counts {
            let (one, other) = (both / newCount, both % newCount)
            let best = partners[one] < 0 ? 0 : counts[one * newCount + partners[one], default: 0]
            if (count, -other) > (best, -partners[one]) { partners[one] = other }
        }
        self.partners = partners
    }

    private static func numbers(_ blocks: [ProseBlock]) -> (numbers: [Int], count: Int) {
        var numbers = [Int](repeating: -1, count: blocks.count)
        var count = 0
        var last: (list: ProseBlock.List?, quoteDepth: Int) = (nil, 0)
        for index in blocks.indices {
            let here = (list: blocks[index].list, quoteDepth: blocks[index].quoteDepth)
            if here.list != nil {
                if here != last { count += 1 }
                numbers[index] = count - 1
            }
            last = here
        }
        return (numbers, count)
    }

    /// Whether a block of the old text stands in a list that became one of the new text.
    func hasPartner(_ block: Int) -> Bool { old[block] >= 0 && partners[old[block]] >= 0 }

    /// Whether two blocks stand in lists that are the same.
    func areOne(_ oldBlock: Int, _ newBlock: Int) -> Bool { hasPartner(oldBlock) && partners[old[oldBlock]] == new[newBlock] }
}

extension ProseBlock {
    /// What holds blocks that may change places, and says little by each.
    enum List { case items, rows, frontMatter }

    /// In what it stands; nil where in none of these.
    var list: List? {
        switch kind {
        case .listItem: .items
        case .tableRow: .rows
        case .frontMatterEntry: .frontMatter
        default: nil
        }
    }
}
