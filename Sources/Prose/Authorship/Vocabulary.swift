/// All words and signs that ever stood in a page, each with a number, and how common each is there.
struct Vocabulary {
    private(set) var hashes: [UInt64] = []
    /// As `SolidToken.shape`.
    private(set) var shapes: [UInt8] = []
    /// How many sentences' places a word takes, each different sentence counted once.
    private var counts: [UInt32] = []
    /// The sum of all counts.
    private(set) var total = 0
    /// How often each was written anew, where sentences that are an edit or a copy of others count for their new words alone.
    private(set) var writings: [UInt32] = []
    /// How many sentences were written anew, for the most part.
    var newSentences = 0
    private var table = NumberTable()

    /// The number of a word, a new one where it is new.
    mutating func number(of hash: UInt64, shape: UInt8) -> UInt32 {
        let known = table[hash]
        guard known == NumberTable.none else { return known }
        let number = UInt32(truncatingIfNeeded: hashes.count)
        hashes.append(hash)
        shapes.append(shape)
        counts.append(0)
        writings.append(0)
        table[hash] = number
        return number
    }

    /// `NumberTable.none` for a word that never stood here.
    func find(_ hash: UInt64) -> UInt32 { table[hash] }

    mutating func count(_ word: UInt32) {
        counts[Int(word)] += 1
        total += 1
    }

    /// What it says about two places that both have this word, in bits: the fewer places have it, the more.
    ///
    /// The logarithm of its share of the page, to which some words of any text are added, for a short page knows little of
    /// which words are common: there a word is the likelier the shorter it is. As words of a language do not stand there
    /// independently, only a part of it counts.
    func bits(_ word: UInt32) -> Float {
        guard Int(word) < counts.count else { return 0 }
        let shape = shapes[Int(word)]
        let most: Float = shape == 0 ? 4 : min(16, 4.5 + 1.1 * Float(shape))
        let usual = Vocabulary.usualWords * Float(sign: .plus, exponent: -Int(most), significand: 1)
        let share = Vocabulary.logarithm((Float(total) + Vocabulary.usualWords) / (Float(counts[Int(word)]) + usual))
        return 0.7 * min(share, most)
    }

    /// Counts a word that was written anew.
    mutating func write(_ word: UInt32, times: UInt32 = 1) { writings[Int(word)] += times }

    /// How much a word tells one sentence from others, in bits: the logarithm of how few of those that were written for this page have
    /// it (the inverse document frequency of K. Spärck Jones, "A statistical interpretation of term specificity and its
    /// application in retrieval", 1972). A sign tells nothing. Some sentences of any text are added to those of the page.
    func distinction(_ word: UInt32) -> Float {
        guard Int(word) < writings.count, shapes[Int(word)] > 0 else { return 0 }
        let most = min(10, 2 + Float(shapes[Int(word)]))
        let usual = Vocabulary.usualSentences * Float(sign: .plus, exponent: -Int(most), significand: 1)
        let share = Vocabulary.logarithm((Float(newSentences) + Vocabulary.usualSentences) / (Float(writings[Int(word)]) + usual))
        return max(0, min(share, most))
    }

    private static let usualSentences: Float = 32

    /// How many words of any text are added to those of the page.
    private static let usualWords: Float = 250

    /// That of several words; counting ends where it is certain.
    func bits(_ words: ArraySlice<UInt32>) -> Float {
        var sum: Float = 0
        for word in words {
            sum += bits(word)
            if sum > Vocabulary.certain { break }
        }
        return sum
    }

    /// More bits than any comparison can ask for.
    static let certain: Float = 96

    /// To base 2, within a tenth: the exponent, and the significand as a straight line.
    static func logarithm(_ value: Float) -> Float {
        value > 0 ? Float(value.exponent) + value.significand - 1 : 0
    }
}
