/// The steps that find fragments of sentences, in the page's past and in other pages.
extension OriginTrace {
    /// How many sentences may explain one.
    private static let mostRounds = 4

    /// Takes fragments from anywhere in the page's past.
    mutating func takePhrases(_ index: PhraseIndex) {
        let memory = memory
        for sentence in sentences.indices where starts[sentence] >= 0 {
            report.found += takePhrases(of: sentence, index, room: memory.vocabulary.total) { number in
                let passage = memory.passages.latest(of: number)
                return (memory.sentences[number], passage.map { memory.passages.origins($0)[...] } ?? [])
            }
        }
    }

    /// Takes fragments of one sentence from those that share most phrases with what is open of it. Says how many words.
    mutating func takePhrases(
        of sentence: Int, _ index: PhraseIndex, room: Int, past: (UInt32) -> (words: ArraySlice<UInt32>, origins: ArraySlice<UInt32>)
    ) -> Int {
        var taken = 0
        var tried: [UInt32] = []
        for _ in 0..<OriginTrace.mostRounds {
            let places = openPlaces(in: sentence..<sentence + 1)
            guard places.count >= PhraseIndex.length, let best = candidate(places, index, tried) else { break }
            tried.append(best)
            let (oldWords, oldOrigins) = past(best)
            guard !oldOrigins.isEmpty else { continue }
            let (runs, cost) = pairs(oldWords, places, budget: 64 * (oldWords.count + places.count))
            report.operations += cost + oldWords.count + places.count
            let evidence = runs.filter { $0.count > 1 }.reduce(Float(0)) { sum, run in
                sum + memory.vocabulary.bits(oldWords[oldWords.startIndex + run.old..<oldWords.startIndex + run.old + run.count])
            }
            let chance = Vocabulary.logarithm(Float(room + 1)) + Vocabulary.logarithm(Float(places.count))
            if evidence >= chance + 2 { taken += take(runs, oldOrigins, places) }
        }
        return taken
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
        return votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
