extension SentenceMatcher {
    /// In thousandths: a sentence at another place that shares less is another one.
    private static let moveFloor = 750
    /// Likewise for a sentence at its own place.
    private static let placeFloor = 500
    /// A word that stands in more sentences than this is not rare.
    private static let rareWord = 8
    /// Of either text no more bytes are looked at.
    private static let mostBytes = 64 << 10
    /// So much heavier is a sentence that says the same than one that is alike.
    private static let sameness = 1 << 20

    /// A sentence without a partner.
    private struct Lone {
        let sentence: Int
        let bag: WordBag
    }

    /// Sentences that moved and were changed. Linear in the words, each of which is looked up in a few sentences at most.
    mutating func matchLike() {
        var words = SymbolTable()
        guard let before = lone(old.text, oldSide, &words), let after = lone(new.text, newSide, &words) else { return }
        var places: [Int: [Int]] = [:]
        for (index, lone) in before.enumerated() {
            for word in lone.bag.words where places[word.symbol, default: []].count <= SentenceMatcher.rareWord {
                places[word.symbol, default: []].append(index)
            }
        }
        var isTaken = [Bool](repeating: false, count: before.count)
        var isFound = [Bool](repeating: false, count: after.count)
        var found: [(old: Int, new: Int)] = []
        for isHere in [true, false] {
            for (number, one) in after.enumerated() where !isFound[number] {
                guard budget.afford(one.bag.words.count * SentenceMatcher.rareWord) else { return }
                guard let index = partner(of: one, among: before, places, isTaken, isHere: isHere) else { continue }
                (isTaken[index], isFound[number]) = (true, true)
                found.append((before[index].sentence, one.sentence))
            }
        }
        for pair in found where oldSide.places[pair.old] != newSide.places[pair.new] { self.pair(pair.old, pair.new, isSame: false) }
        for pair in crossing(found) { self.pair(pair.old, pair.new, isSame: false) }
    }

    /// The sentences of some length without a partner, with their words; nil where there are none, or that costs too much.
    private mutating func lone(_ text: [UInt8], _ side: SentenceSide, _ words: inout SymbolTable) -> [Lone]? {
        var bytes = 0
        var lone: [Lone] = []
        for sentence in side.ranges.indices where !side.isTaken[sentence] && side.ranges[sentence].count >= SentenceMatcher.least.bytes {
            bytes += side.ranges[sentence].count
            guard bytes <= SentenceMatcher.mostBytes, budget.afford(side.ranges[sentence].count * BlockMatcher.wordCost) else { break }
            let units = UnitCutter.units(of: text, in: side.ranges[sentence], isQuoted: false)
            let bag = WordBag(units, units.map { words.symbol(of: forms.form(of: text[$0.range])) })
            if bag.count >= SentenceMatcher.least.words { lone.append(Lone(sentence: sentence, bag: bag)) }
        }
        return lone.isEmpty ? nil : lone
    }

    /// The sentence of the old text that shares the most weight of rare words with one of the new, if they are alike enough.
    /// - Parameter isHere: looks at the place of the new one alone, where less will do.
    private func partner(of one: Lone, among others: [Lone], _ places: [Int: [Int]], _ isTaken: [Bool], isHere: Bool) -> Int? {
        var votes: [Int: Int] = [:]
        for word in one.bag.words {
            guard let found = places[word.symbol], found.count <= SentenceMatcher.rareWord else { continue }
            for index in found where !isTaken[index] {
                if isHere, oldSide.places[others[index].sentence] != newSide.places[one.sentence] { continue }
                votes[index, default: 0] += word.weight
            }
        }
        // Of equals the first, so that the result does not hang on the order of a dictionary.
        guard let best = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else { return nil }
        let floor = isHere ? SentenceMatcher.placeFloor : SentenceMatcher.moveFloor
        return one.bag.similarity(others[best].bag) >= floor ? best : nil
    }

    /// Of sentences that are alike at one place those that are out of order there.
    private func crossing(_ found: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        let here = found.filter { oldSide.places[$0.old] == newSide.places[$0.new] }
        let places = Set(here.map { oldSide.places[$0.old] })
        var all = here.map { (pair: $0, weight: oldSide.ranges[$0.old].count) }
        for sentence in oldSide.partners.indices where oldSide.partners[sentence] >= 0 && places.contains(oldSide.places[sentence]) {
            all.append(((sentence, oldSide.partners[sentence]), SentenceMatcher.sameness))
        }
        all.sort { $0.pair.old < $1.pair.old }
        let chain = RisingChain(all.map(\.pair.new), weights: all.map(\.weight), bound: newSide.count)
        return zip(all, chain.isMember).filter { !$1 && $0.weight < SentenceMatcher.sameness }.map(\.0.pair)
    }
}
