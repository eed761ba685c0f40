/// The sentences of one text that stand at changed places, as `SentenceMatcher` looks for them at others.
struct SentenceSide {
    /// A sentence at a changed place.
    struct Sentence {
        /// Its bytes, with the white space behind it.
        let range: Range<Int>
        /// What it says, in plain bytes.
        let says: [UInt8]
        /// The number of its partner at its own place, counted there; nil where it has none.
        var partner: Int?
    }

    /// Their bytes.
    private(set) var ranges: [Range<Int>] = []
    /// What each says, as a symbol; -1 where it has a partner at its own place.
    private(set) var keys: [Int] = []
    /// Whether each has a partner, at its own place or elsewhere.
    private(set) var isTaken: [Bool] = []
    /// The partner of each at its own place, as a number of the other side; -1 for none.
    private(set) var partners: [Int] = []
    /// The changed place at which each stands.
    private(set) var places: [Int] = []

    var count: Int { ranges.count }

    /// - Parameter other: how many sentences the other side has before this place.
    mutating func append(_ sentences: [Sentence], place: Int, other: Int, _ table: inout SymbolTable) {
        for sentence in sentences {
            ranges.append(sentence.range)
            keys.append(sentence.partner == nil ? table.symbol(of: sentence.says[...]) : -1)
            isTaken.append(sentence.partner != nil)
            partners.append(sentence.partner.map { $0 + other } ?? -1)
            places.append(place)
        }
    }

    mutating func take(_ sentence: Int) { isTaken[sentence] = true }

    /// Whether there is such a sentence, without a partner, at the place of another.
    func isFree(_ sentence: Int, beside other: Int) -> Bool {
        ranges.indices.contains(sentence) && !isTaken[sentence] && places[sentence] == places[other]
    }
}
