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
            pair(found[head], newBlock, saysTheSame: true)
            extend(found[head], newBlock, by: 1)
            extend(found[head], newBlock, by: -1)
        }
    }

    private mutating func extend(_ oldBlock: Int, _ newBlock: Int, by step: Int) {
        var (left, right) = (oldBlock + step, newBlock + step)
        while oldMiddle.contains(left), newMiddle.contains(right), oldPairs[left] < 0, newPairs[right] < 0,
            oldKey(left) == newKey(right)
        {
            pair(left, right, saysTheSame: true)
            (left, right) = (left + step, right + step)
        }
    }
}
