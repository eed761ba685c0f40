/// Which lines of a changed place are the same line before and after.
///
/// Similarity is Dice's coefficient of the words, each weighted by its length (the share that wikidiff2 calls by the same
/// name); pairs keep the order of the lines and have the greatest sum of similarity, found by dynamic programming
/// (Needleman and Wunsch, 1970). Where that table would cost too much, each old line takes the first good enough new line
/// among the next few. Under the floor, two lines are no pair: one went, the other came.
struct LinePairing {
    /// In thousandths.
    static let similarityFloor = 400
    /// Larger tables are not filled.
    private static let largestTable = 40_000
    /// How far an old line looks ahead where there is no table.
    private static let reach = 4
    /// Words of a line that count towards similarity.
    private static let mostWords = 2_000

    let pairs: [(old: Int, new: Int)]
    let cost: Int

    init(_ diff: LineDiff, _ edit: LineEdit, budget: Int) {
        guard !edit.isInsertion, !edit.isDeletion, budget > 0 else {
            (pairs, cost) = ([], 0)
            return
        }
        if edit.oldRange.count == 1, edit.newRange.count == 1 {
            (pairs, cost) = ([(edit.oldRange.lowerBound, edit.newRange.lowerBound)], 1)
            return
        }
        var matcher = LineMatcher(diff, edit, mostWords: LinePairing.mostWords)
        let table = edit.oldRange.count * edit.newRange.count
        let isSmall = table <= LinePairing.largestTable && matcher.tableCost <= budget / 2
        pairs = isSmall ? LinePairing.best(edit, &matcher) : LinePairing.near(edit, &matcher, budget: budget)
        cost = matcher.cost
    }

    private static func best(_ edit: LineEdit, _ matcher: inout LineMatcher) -> [(old: Int, new: Int)] {
        let (height, width) = (edit.oldRange.count, edit.newRange.count)
        // sums[i * (width + 1) + j]: the best sum of the old lines from i on and the new ones from j on.
        var sums = [Int](repeating: 0, count: (height + 1) * (width + 1))
        var likeness = [Int](repeating: 0, count: height * width)
        for row in stride(from: height - 1, through: 0, by: -1) {
            for column in stride(from: width - 1, through: 0, by: -1) {
                let here = row * (width + 1) + column
                let similar = matcher.similarity(row, column)
                likeness[row * width + column] = similar
                sums[here] = max(sums[here + 1], sums[here + width + 1])
                if similar >= similarityFloor { sums[here] = max(sums[here], similar + sums[here + width + 2]) }
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var (row, column) = (0, 0)
        while row < height, column < width {
            let here = row * (width + 1) + column
            let similar = likeness[row * width + column]
            if similar >= similarityFloor, sums[here] == similar + sums[here + width + 2] {
                pairs.append((edit.oldRange.lowerBound + row, edit.newRange.lowerBound + column))
                (row, column) = (row + 1, column + 1)
            } else if sums[here] == sums[here + width + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return pairs
    }

    private static func near(_ edit: LineEdit, _ matcher: inout LineMatcher, budget: Int) -> [(old: Int, new: Int)] {
        var pairs: [(old: Int, new: Int)] = []
        var next = 0
        for row in 0..<edit.oldRange.count where matcher.cost < budget {
            for column in next..<max(next, min(next + reach, edit.newRange.count))
            where matcher.similarity(row, column) >= similarityFloor {
                pairs.append((edit.oldRange.lowerBound + row, edit.newRange.lowerBound + column))
                next = column + 1
                break
            }
        }
        return pairs
    }
}
