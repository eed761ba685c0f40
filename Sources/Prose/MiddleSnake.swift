/// Finds a point in the middle of a shortest edit script, from both ends at once.
///
/// E. W. Myers (1986), section 4b: furthest-reaching paths run forward from one corner and backward from the other until
/// they meet on a diagonal. Diagonals outside the box are never visited. Space is linear and reused between boxes.
struct MiddleSnake {
    /// Operations of the last call: diagonals visited and elements compared.
    private(set) var cost = 0

    // The furthest x on each diagonal k = x - y, at index k + offset, counted from the corner where the path began.
    private var forward: [Int]
    private var backward: [Int]

    init(length: Int) {
        forward = [Int](repeating: 0, count: length + 3)
        backward = forward
    }

    /// A point on a shortest path through the box, neither of its corners; nil where finding it costs more than `allowance`.
    ///
    /// The box must have both sides non-empty and no common element at either end.
    mutating func split(_ box: DiffSearch.Box, old: [Int], new: [Int], allowance: Int) -> (old: Int, new: Int)? {
        cost = 0
        let (width, height) = (box.old.count, box.new.count)
        let (left, top) = (box.old.lowerBound, box.new.lowerBound)
        let (right, bottom) = (box.old.upperBound - 1, box.new.upperBound - 1)
        let offset = height + 1
        let delta = width - height
        forward[offset + 1] = 0
        backward[offset + 1] = 0
        for d in 0...((width + height + 1) / 2) {
            let low = -d + 2 * max(0, d - height)
            let high = d - 2 * max(0, d - width)
            for k in stride(from: low, through: high, by: 2) {
                var x = Self.start(forward, k: k, d: d, offset: offset)
                let first = x
                while x < width, x - k < height, old[left + x] == new[top + x - k] { x += 1 }
                cost += 1 + x - first
                forward[offset + k] = x
                // The backward paths of the round before, on the same diagonal seen from the other corner.
                let mirrored = delta - k
                if delta % 2 != 0, abs(mirrored) < d, x + backward[offset + mirrored] >= width {
                    return (left + x, top + x - k)
                }
            }
            for k in stride(from: low, through: high, by: 2) {
                var x = Self.start(backward, k: k, d: d, offset: offset)
                let first = x
                while x < width, x - k < height, old[right - x] == new[bottom - x + k] { x += 1 }
                cost += 1 + x - first
                backward[offset + k] = x
                let mirrored = delta - k
                if delta % 2 == 0, abs(mirrored) <= d, x + forward[offset + mirrored] >= width {
                    return (left + width - x, top + height - x + k)
                }
            }
            if cost > allowance { return nil }
        }
        return nil
    }

    private static func start(_ furthest: [Int], k: Int, d: Int, offset: Int) -> Int {
        if k == -d { return furthest[offset + k + 1] }
        if k == d { return furthest[offset + k - 1] + 1 }
        return max(furthest[offset + k + 1], furthest[offset + k - 1] + 1)
    }
}
