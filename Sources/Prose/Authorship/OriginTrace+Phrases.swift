/// The steps that find fragments of sentences, in the page's past and in other pages.
extension OriginTrace {
    /// How many sentences may explain one.
    private static let mostRounds = 4

    /// Takes fragments from anywhere in the page's past.
    mutating func takePhrases(_ index: PhraseIndex) {
        let page = page
        for sentence in sentences.indices where starts[sentence] >= 0 {
            let (count, found) = takePhrases(of: sentence, index, room: page.memory.vocabulary.total) { number in
                let passage = page.memory.passages.latest(of: number)
                return (page.memory.sentences[number], passage.map { page.memory.passages.origins($0)[...] } ?? [])
            }
            report.found += count
            if let passage = found.flatMap({ page.memory.passages.latest(of: $0) }) { partners[sentence] = passage }
        }
    }

    /// Takes fragments of one sentence from those that share most phrases with what is open of it. Says how many words, and from
    /// which first.
    mutating func takePhrases(
        of sentence: Int, _ index: PhraseIndex, room: Int, past: (UInt32) -> (words: ArraySlice<UInt32>, origins: ArraySlice<UInt32>)
    ) -> (count: Int, from: UInt32?) {
        var taken = 0
        var first: UInt32?
        var tried: [UInt32] = []
        for _ in 0..<OriginTrace.mostRounds where budget > 0 {
            let places = openPlaces(in: sentence..<sentence + 1)
            guard places.count >= PhraseIndex.length, let best = candidate(places, index, tried) else { break }
            tried.append(best)
            let (oldWords, oldOrigins) = past(best)
            guard !oldOrigins.isEmpty else { continue }
            let (runs, cost) = pairs(oldWords, places, budget: min(budget, 64 * (oldWords.count + places.count)))
            let spent = cost + oldWords.count + places.count
            budget -= spent
            report.operations += spent
            let evidence = runs.filter { $0.count > 1 }.reduce(Float(0)) { sum, run in
                sum + page.memory.vocabulary.bits(oldWords[oldWords.startIndex + run.old..<oldWords.startIndex + run.old + run.count])
            }
            let chance = Vocabulary.logarithm(Float(room + 1)) + Vocabulary.logarithm(Float(places.count))
            // Phrases of a language say little, however rare their words: most of a sentence has to be there.
            let matched = runs.reduce(0) { $0 + $1.count }
            let isMost = 5 * matched >= 2 * places.count && 5 * matched >= 2 * oldWords.count
            guard evidence >= chance + (isMost ? 2 : 40) else { continue }
            taken += take(runs, oldOrigins, places)
            first = first ?? best
        }
        return (taken, first)
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
