extension BlockMatcher {
    /// A word that stands in more blocks than this is not rare.
    private static let rareWord = 8
    /// Words that a block needs to be found at another place.
    private static let leastWords = 5

    /// Pairs blocks anywhere that share rare words: each block of the new text takes the old one that shares the most weight of
    /// rare words with it, if they are alike enough, and their neighbours that say the same. Linear in the words.
    mutating func matchRare(_ oldBags: BlockBags, _ newBags: BlockBags) {
        let (oldRest, newRest) = (unpairedOld, unpairedNew)
        guard !oldRest.isEmpty, !newRest.isEmpty else { return }
        var places: [Int: [Int]] = [:]
        for block in oldRest {
            budget.spend(oldBags[block].words.count)
            for word in oldBags[block].words where places[word.symbol, default: []].count <= BlockMatcher.rareWord {
                places[word.symbol, default: []].append(block)
            }
        }
        for newBlock in newRest where newPairs[newBlock] < 0 {
            let bag = newBags[newBlock]
            guard budget.afford(bag.words.count * BlockMatcher.rareWord) else { return }
            guard let oldBlock = candidate(bag, places) else { continue }
            let alike = likeness(oldBlock, newBlock, oldBags, newBags, shared: oldBags[oldBlock].shared(bag))
            budget.spend(bag.words.count + oldBags[oldBlock].words.count)
            let isNear = shareRegion(oldBlock, newBlock)
            guard alike >= (isNear ? BlockMatcher.placeFloor : BlockMatcher.moveFloor) else { continue }
            guard isNear || min(bag.count, oldBags[oldBlock].count) >= BlockMatcher.leastWords else { continue }
            pair(oldBlock, newBlock, saysTheSame: oldKey(oldBlock) == newKey(newBlock))
            extend(oldBlock, newBlock, by: 1)
            extend(oldBlock, newBlock, by: -1)
        }
    }

    private func candidate(_ bag: WordBag, _ places: [Int: [Int]]) -> Int? {
        var votes: [Int: Int] = [:]
        for word in bag.words {
            guard let blocks = places[word.symbol], blocks.count <= BlockMatcher.rareWord else { continue }
            for block in blocks where oldPairs[block] < 0 { votes[block, default: 0] += word.weight }
        }
        // Of equals the first, so that the result does not hang on the order of a dictionary.
        return votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }
}
