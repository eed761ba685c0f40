/// The steps that find fragments of sentences, in the page's past and in other pages.
extension OriginTrace {
    /// How many sentences may explain one.
    private static let mostRounds = 4
    /// The part of an open sentence that one of the past has to explain, and that one has to which still stands elsewhere: such a
    /// copy is likelier another item of a list, which shares its stock words.
    private static let (part, copiedPart): (Float, Float) = (0.5, 0.6)

    /// Takes fragments from anywhere in the page's past.
    mutating func takePhrases(_ index: PhraseIndex) {
        let page = page
        for sentence in sentences.indices where starts[sentence] >= 0 {
            let (count, found) = takePhrases(of: sentence, index, room: page.memory.vocabulary.total) { number in
                let passage = page.memory.passages.latest(of: number)
                let origins = passage.map { page.memory.passages.origins($0)[...] } ?? []
                return PastWords(words: page.memory.sentences[number], origins: origins, sentence: number)
            }
            report.found += count
            if let passage = found.flatMap({ page.memory.passages.latest(of: $0) }) { partners[sentence] = passage }
        }
    }

    /// Takes fragments of one sentence from those that share most phrases with what is open of it. Says how many words, and from
    /// which first.
    mutating func takePhrases(
        of sentence: Int, _ index: PhraseIndex, room: Int, past: (UInt32) -> PastWords
    ) -> (count: Int, from: UInt32?) {
        var taken = 0
        var first: UInt32?
        var tried: [UInt32] = []
        for _ in 0..<OriginTrace.mostRounds where budget > 0 {
            let places = openPlaces(in: sentence..<sentence + 1)
            guard places.count >= PhraseIndex.length, let best = candidate(places, index, tried) else { break }
            tried.append(best)
            let old = past(best)
            guard !old.origins.isEmpty else { continue }
            let (runs, cost) = pairs(old.words, places, budget: min(budget, 64 * (old.words.count + places.count)))
            let spent = cost + old.words.count + places.count
            budget -= spent
            report.operations += spent
            guard isEvident(runs, old, places, room: room), isMainPart(runs, old, places) else { continue }
            taken += take(runs, old.origins, places)
            first = first ?? best
        }
        return (taken, first)
    }

    /// Whether what was found says more than chance.
    private func isEvident(_ runs: [MatchedRun], _ old: PastWords, _ places: [Int], room: Int) -> Bool {
        let start = old.words.startIndex
        let evidence = runs.filter { $0.count > 1 }.reduce(Float(0)) { sum, run in
            sum + page.memory.vocabulary.bits(old.words[start + run.old..<start + run.old + run.count])
        }
        let chance = Vocabulary.logarithm(Float(room + 1)) + Vocabulary.logarithm(Float(places.count))
        // Phrases of a language say little, however rare their words: most of a sentence has to be there.
        let matched = runs.reduce(0) { $0 + $1.count }
        let isMost = 5 * matched >= 2 * places.count && 5 * matched >= 2 * old.words.count
        return evidence >= chance + (isMost ? 2 : 40)
    }

    /// Whether the words that were found are the main part of what is open, rare ones counting for more and signs for nothing. All
    /// items of a list share `](https://www.`, and none of them is an edit of another.
    private mutating func isMainPart(_ runs: [MatchedRun], _ old: PastWords, _ places: [Int]) -> Bool {
        let weights = places.map { page.memory.vocabulary.distinction(words[$0]) }
        let whole = weights.reduce(0, +)
        let found = runs.reduce(Float(0)) { $0 + weights[$1.new..<$1.new + $1.count].reduce(0, +) }
        guard found > 0, found >= OriginTrace.part * whole else { return false }
        guard found < OriginTrace.copiedPart * whole, let sentence = old.sentence else { return true }
        budget -= sentences.count
        report.operations += sentences.count
        return !sentences.contains(sentence)
    }

    /// The sentence that has most of the phrases that are open in these places; the newest of several.
    private mutating func candidate(_ places: [Int], _ index: PhraseIndex, _ tried: [UInt32]) -> UInt32? {
        var votes: [UInt32: Int] = [:]
        let last = PhraseIndex.length - 1
        for step in 0..<places.count - last where places[step + last] == places[step] + last {
            let found = index.find(words[places[step]...places[step + last]])
            if found != OriginTrace.none, !tried.contains(found) { votes[found, default: 0] += 1 }
        }
        report.operations += places.count
        budget -= places.count
        return votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
