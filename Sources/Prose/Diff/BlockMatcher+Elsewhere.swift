extension BlockMatcher {
    /// Pairs blocks that say the same at another place, the first with the first, and their neighbours that do too, however
    /// little. Linear.
    mutating func matchElsewhere() {
        var places: [Int: [Int]] = [:]
        for block in unpairedOld where isHeavy(block) { places[oldKey(block), default: []].append(block) }
        guard !places.isEmpty else { return }
        var heads: [Int: Int] = [:]
        for newBlock in unpairedNew where newPairs[newBlock] < 0 {
            let key = newKey(newBlock)
            guard let found = places[key] else { continue }
            var head = heads[key] ?? 0
            while head < found.count, oldPairs[found[head]] >= 0 { head += 1 }
            heads[key] = head
            guard head < found.count else { continue }
            pairWithNeighbours(found[head], newBlock)
        }
    }

    /// Pairs blocks that say little and stand once in what is left of either text, with their neighbours. Linear.
    mutating func matchLight() {
        var places: [Int: [Int]] = [:]
        for block in unpairedOld where hasWord(block) { places[oldKey(block), default: []].append(block) }
        var counts: [Int: Int] = [:]
        let rest = unpairedNew
        for block in rest { counts[newKey(block), default: 0] += 1 }
        for block in rest where counts[newKey(block)] == 1 {
            guard let found = places[newKey(block)], found.count == 1 else { continue }
            pairWithNeighbours(found[0], block)
        }
    }

    /// Pairs two blocks that say the same if both are free, and the blocks beside them as far as those do too.
    mutating func pairWithNeighbours(_ oldBlock: Int, _ newBlock: Int) {
        guard oldPairs[oldBlock] < 0, newPairs[newBlock] < 0 else { return }
        pair(oldBlock, newBlock, saysTheSame: true)
        extend(oldBlock, newBlock, by: 1)
        extend(oldBlock, newBlock, by: -1)
    }

    mutating func extend(_ oldBlock: Int, _ newBlock: Int, by step: Int) {
        var (left, right) = (oldBlock + step, newBlock + step)
        while oldMiddle.contains(left), newMiddle.contains(right), oldPairs[left] < 0, newPairs[right] < 0,
            oldKey(left) == newKey(right)
        {
            pair(left, right, saysTheSame: true)
            (left, right) = (left + step, right + step)
        }
    }
}
