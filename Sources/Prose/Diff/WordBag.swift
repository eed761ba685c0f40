/// The words of a stretch of text without their order, to tell how alike two stretches are.
struct WordBag {
    /// Each different word's symbol with the bytes of all its occurrences, by symbol.
    private(set) var words: [(symbol: Int, weight: Int)] = []
    /// The bytes of all words.
    private(set) var weight = 0
    /// How many words.
    private(set) var count = 0

    static let mostWords = 2_000

    init(_ units: [DiffUnit], _ symbols: [Int]) {
        var all: [(symbol: Int, weight: Int)] = []
        for (unit, symbol) in zip(units, symbols) where unit.kind == .word || unit.kind == .target {
            all.append((symbol, unit.weight))
            weight += unit.weight
            if all.count == WordBag.mostWords { break }
        }
        count = all.count
        all.sort { $0.symbol < $1.symbol }
        for word in all {
            if let last = words.last, last.symbol == word.symbol {
                words[words.count - 1].weight += word.weight
            } else {
                words.append(word)
            }
        }
    }

    /// The bytes of words that both have. Linear in both.
    func shared(_ other: WordBag) -> Int {
        var (left, right, shared) = (0, 0, 0)
        while left < words.count, right < other.words.count {
            let (mine, theirs) = (words[left], other.words[right])
            if mine.symbol == theirs.symbol {
                shared += min(mine.weight, theirs.weight)
                (left, right) = (left + 1, right + 1)
            } else if mine.symbol < theirs.symbol {
                left += 1
            } else {
                right += 1
            }
        }
        return shared
    }

    /// Dice's coefficient of the words by their bytes, in thousandths.
    func similarity(_ other: WordBag) -> Int {
        weight + other.weight > 0 ? 2000 * shared(other) / (weight + other.weight) : 0
    }
}
