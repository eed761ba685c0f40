/// Common elements of a box that stand once on either side, in an order both sides share.
///
/// The idea is Bram Cohen's "patience diff": the longest increasing subsequence of the unique common elements, found with
/// piles and binary search (M. L. Fredman, "On computing the length of longest increasing subsequences", 1975).
struct UniqueAnchors {
    // Counters per symbol, zero between calls, so that a small box costs little.
    private var oldCounts: [Int]
    private var newCounts: [Int]
    private var newPlaces: [Int]

    init(symbolCount: Int) {
        oldCounts = [Int](repeating: 0, count: symbolCount)
        newCounts = oldCounts
        newPlaces = oldCounts
    }

    /// Pairs of equal elements, ascending on both sides. O(n log n) for a box of n elements.
    mutating func pairs(in box: DiffSearch.Box, old: [Int], new: [Int]) -> [(old: Int, new: Int)] {
        for place in box.old { oldCounts[old[place]] += 1 }
        for place in box.new {
            newCounts[new[place]] += 1
            newPlaces[new[place]] = place
        }
        var candidates: [(old: Int, new: Int)] = []
        for place in box.old where oldCounts[old[place]] == 1 && newCounts[old[place]] == 1 {
            candidates.append((place, newPlaces[old[place]]))
        }
        for place in box.old { oldCounts[old[place]] = 0 }
        for place in box.new { newCounts[new[place]] = 0 }
        return Self.longestRise(candidates)
    }

    /// The longest subsequence whose `new` rises; `old` rises already.
    static func longestRise(_ candidates: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        var piles: [Int] = []
        var before = [Int](repeating: -1, count: candidates.count)
        for (index, candidate) in candidates.enumerated() {
            var (low, high) = (0, piles.count)
            while low < high {
                let middle = (low + high) / 2
                if candidates[piles[middle]].new < candidate.new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = piles[low - 1] }
            if low == piles.count { piles.append(index) } else { piles[low] = index }
        }
        var rise: [(old: Int, new: Int)] = []
        var index = piles.last ?? -1
        while index >= 0 {
            rise.append(candidates[index])
            index = before[index]
        }
        return rise.reversed()
    }
}
