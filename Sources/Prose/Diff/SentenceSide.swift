/// The sentences of one text that stand at changed places, as `SentenceMatcher` looks for them at others.
struct SentenceSide {
    /// A sentence at a changed place.
    struct Sentence {
        /// Its bytes, with the white space behind it.
        let range: Range<Int>
        /// What it says, in plain bytes.
        let says: [UInt8]
        /// Whether it has a partner at its own place.
        var isTaken = false
    }

    /// Their bytes.
    private(set) var ranges: [Range<Int>] = []
    /// What each says, as a symbol; -1 where it has a partner at its own place.
    private(set) var keys: [Int] = []
    /// Whether each has a partner, at its own place or elsewhere.
    private(set) var isTaken: [Bool] = []
    /// The changed place at which each stands.
    private var places: [Int] = []

    var count: Int { ranges.count }

    mutating func append(_ sentences: [Sentence], place: Int, _ table: inout SymbolTable) {
        for sentence in sentences {
            ranges.append(sentence.range)
            keys.append(sentence.isTaken ? -1 : table.symbol(of: sentence.says[...]))
            isTaken.append(sentence.isTaken)
            places.append(place)
        }
    }

    mutating func take(_ sentence: Int) { isTaken[sentence] = true }

    /// Whether there is such a sentence, without a partner, at the place of another.
    func isFree(_ sentence: Int, beside other: Int) -> Bool {
        ranges.indices.contains(sentence) && !isTaken[sentence] && places[sentence] == places[other]
    }
}
