/// The pairs of rows and columns that keep their order and have the greatest sum of likeness, by dynamic programming
/// (S. B. Needleman, C. D. Wunsch, 1970). Rows times columns.
enum OrderedPairs {
    /// - Parameters:
    ///   - floor: what is less alike is no pair.
    ///   - likeness: from 0 to 1000.
    static func best(
        rows: Int, columns: Int, floor: Int, likeness: (Int, Int) -> Int
    ) -> [(row: Int, column: Int)] {
        let width = columns + 1
        var alike = [Int32](repeating: 0, count: rows * columns)
        var sums = [Int32](repeating: 0, count: (rows + 1) * width)
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for column in stride(from: columns - 1, through: 0, by: -1) {
                let here = row * width + column
                let similar = likeness(row, column)
                sums[here] = max(sums[here + 1], sums[here + width])
                guard similar >= floor else { continue }
                alike[row * columns + column] = Int32(truncatingIfNeeded: similar)
                sums[here] = max(sums[here], Int32(truncatingIfNeeded: similar) + sums[here + width + 1])
            }
        }
        var pairs: [(row: Int, column: Int)] = []
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            let here = row * width + column
            let similar = alike[row * columns + column]
            if similar > 0, sums[here] == similar + sums[here + width + 1] {
                pairs.append((row, column))
                (row, column) = (row + 1, column + 1)
            } else if sums[here] == sums[here + width] {
                row += 1
            } else {
                column += 1
            }
        }
        return pairs
    }
}
