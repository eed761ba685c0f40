/// The heaviest subsequence of places that rises.
///
/// A longest increasing subsequence with weights; prefix maxima in a binary indexed tree (P. M. Fenwick, 1994). O(n log n).
struct RisingChain {
    /// Whether each of the places belongs to it.
    let isMember: [Bool]

    /// - Parameters:
    ///   - places: all different, from 0 up to, not including, `bound`.
    ///   - weights: above zero.
    init(_ places: [Int], weights: [Int], bound: Int) {
        // tree[k]: the member that ends the heaviest chain among the places that k stands for; -1 for none.
        var tree = [Int](repeating: -1, count: bound + 1)
        var sums = [Int](repeating: 0, count: places.count)
        var before = [Int](repeating: -1, count: places.count)
        var best = -1
        for (index, place) in places.enumerated() {
            var (node, top) = (place, -1)
            while node > 0 {
                if tree[node] >= 0, top < 0 || sums[tree[node]] > sums[top] { top = tree[node] }
                node &= node - 1
            }
            before[index] = top
            sums[index] = weights[index] + (top < 0 ? 0 : sums[top])
            if best < 0 || sums[index] > sums[best] { best = index }
            node = place + 1
            while node <= bound {
                if tree[node] < 0 || sums[tree[node]] < sums[index] { tree[node] = index }
                node += node & -node
            }
        }
        var isMember = [Bool](repeating: false, count: places.count)
        while best >= 0 {
            isMember[best] = true
            best = before[best]
        }
        self.isMember = isMember
    }
}
