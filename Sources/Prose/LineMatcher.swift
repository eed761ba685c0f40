/// Tells how alike lines of a changed place are, each line's words being read once.
struct LineMatcher {
    /// A line's words as sorted symbols, with the bytes of each.
    private struct Words {
        var list: [(symbol: Int, weight: Int)] = []
        var weight = 0
    }

    private let old: [Words]
    private let new: [Words]
    private(set) var cost = 0

    init(_ diff: LineDiff, _ edit: LineEdit, mostWords: Int) {
        var table = SymbolTable()
        old = edit.oldRange.map { LineMatcher.words(diff.old, $0, &table, most: mostWords) }
        new = edit.newRange.map { LineMatcher.words(diff.new, $0, &table, most: mostWords) }
        cost = (old + new).reduce(0) { $0 + $1.list.count }
    }

    /// What comparing each with each would cost.
    var tableCost: Int {
        let (oldWords, newWords) = (old.reduce(0) { $0 + $1.list.count }, new.reduce(0) { $0 + $1.list.count })
        return old.count * newWords + new.count * oldWords + old.count * new.count
    }

    /// In thousandths: 1000 for the same words, 0 for none in common. Linear in the words of both lines.
    mutating func similarity(_ oldLine: Int, _ newLine: Int) -> Int {
        let (one, other) = (old[oldLine], new[newLine])
        cost += 1
        guard one.weight > 0, other.weight > 0 else { return 0 }
        // The share cannot be greater than this, so most pairs need no walk.
        guard 2000 * min(one.weight, other.weight) / (one.weight + other.weight) >= LinePairing.similarityFloor else { return 0 }
        cost += one.list.count + other.list.count
        var (left, right, shared) = (0, 0, 0)
        while left < one.list.count, right < other.list.count {
            let (mine, theirs) = (one.list[left], other.list[right])
            if mine.symbol == theirs.symbol {
                shared += mine.weight
                (left, right) = (left + 1, right + 1)
            } else if mine.symbol < theirs.symbol {
                left += 1
            } else {
                right += 1
            }
        }
        return 2000 * shared / (one.weight + other.weight)
    }

    private static func words(_ lines: TextLines, _ line: Int, _ table: inout SymbolTable, most: Int) -> Words {
        let range = lines.content(of: line)
        var cutter = TokenCutter(reader: ScalarReader(text: lines.text, end: range.upperBound), place: range.lowerBound)
        var ranges: [Range<Int>] = []
        while ranges.count < most, let token = cutter.next() {
            if token.kind == .word { ranges.append(token.range) }
        }
        let symbols = table.symbols(of: lines.text, in: ranges)
        let list = zip(symbols, ranges).map { (symbol: $0, weight: $1.count) }.sorted { $0.symbol < $1.symbol }
        return Words(list: list, weight: ranges.reduce(0) { $0 + $1.count })
    }
}
