/// Finds, at one changed place, blocks that were cut in two or more and blocks that were put together.
///
/// One is cut into several where nearly all words of each part stand in it and, together, nearly all of its words stand in the
/// parts; where the parts are short, all of them. Linear in the table of shared words.
struct BlockSeams {
    /// Bytes of words that each row shares with each column.
    let shared: [Int]
    let rows: [WordBag]
    let columns: [WordBag]

    private(set) var splits: [(row: Int, columns: Range<Int>)] = []
    private(set) var joins: [(rows: Range<Int>, column: Int)] = []

    /// The share of words that counts as nearly all, in percent.
    private static let nearlyAll = 75
    /// The words that a part has at least, unless its words are exactly those of the whole that the other parts don't have.
    private static let leastPart = 3

    init(shared: [Int], rows: [WordBag], columns: [WordBag]) {
        self.shared = shared
        self.rows = rows
        self.columns = columns
    }

    mutating func find(isRowText: (Int) -> Bool, isColumnText: (Int) -> Bool) {
        for row in rows.indices where isRowText(row) {
            let parts = parts(of: rows[row], among: columns, isText: isColumnText) { shared[row * columns.count + $0] }
            if let parts { splits.append((row, parts)) }
        }
        for column in columns.indices where isColumnText(column) {
            let parts = parts(of: columns[column], among: rows, isText: isRowText) { shared[$0 * columns.count + column] }
            if let parts, !splits.contains(where: { $0.columns.contains(column) }) { joins.append((parts, column)) }
        }
    }

    /// The neighbours that a block is made of; nil where there are no two.
    private func parts(of whole: WordBag, among others: [WordBag], isText: (Int) -> Bool, shared: (Int) -> Int) -> Range<Int>? {
        let like = BlockSeams.run(others.count) {
            isText($0) && others[$0].count >= BlockSeams.leastPart && 100 * shared($0) >= BlockSeams.nearlyAll * others[$0].weight
        } isWhole: { run in
            let sum = run.reduce(0) { $0 + shared($1) }
            return 100 * sum >= BlockSeams.nearlyAll * whole.weight && 100 * sum <= 110 * whole.weight
        }
        return like
            ?? BlockSeams.run(others.count) {
                isText($0) && others[$0].count > 0 && shared($0) == others[$0].weight
            } isWhole: { run in
                run.reduce(0) { $0 + shared($1) } == whole.weight
            }
    }

    /// The first run of two or more that are all parts, and together the whole.
    private static func run(_ count: Int, isPart: (Int) -> Bool, isWhole: (Range<Int>) -> Bool) -> Range<Int>? {
        var start = 0
        while start < count {
            var end = start
            while end < count, isPart(end) { end += 1 }
            if end - start >= 2, isWhole(start..<end) { return start..<end }
            start = max(end, start + 1)
        }
        return nil
    }
}
