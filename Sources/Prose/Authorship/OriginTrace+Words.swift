/// The steps that find words within sentences.
extension OriginTrace {
    /// Takes words of sentences that were edited, from what stood between the same neighbours.
    mutating func refine() {
        for base in bases {
            var (old, new) = (0, 0)
            for run in base.runs + [MatchedRun(old: base.passages.count, new: sentences.count, count: 0)] {
                if run.old > old, run.new > new { refine(base, old..<run.old, new..<run.new) }
                (old, new) = (run.old + run.count, run.new + run.count)
            }
        }
    }

    private mutating func refine(_ base: Base, _ oldRange: Range<Int>, _ newRange: Range<Int>) {
        let places = openPlaces(in: newRange)
        guard !places.isEmpty else { return }
        var (oldWords, oldOrigins): ([UInt32], [UInt32]) = ([], [])
        for place in oldRange where !base.isClaimed[place] {
            oldWords += page.memory.sentences[page.memory.passages.sentences[Int(base.passages[place])]]
            page.memory.passages.append(base.passages[place], to: &oldOrigins)
        }
        let runs = align(oldWords[...], places)
        let matched = runs.reduce(0) { $0 + $1.count }
        guard 4 * matched >= min(oldWords.count, places.count) else { return }
        report.refined += take(runs, oldOrigins[...], places)
    }

    /// Aligns words of the past with open ones, leaving out what is chance.
    func pairs(_ old: ArraySlice<UInt32>, _ places: [Int], budget: Int) -> (runs: [MatchedRun], cost: Int) {
        let new = places.map { words[$0] }
        let alignment = SequenceAlignment(old: Array(old), new: new, gram: 3, budget: budget)
        let runs = ChanceFilter.kept(alignment.runs, oldCount: old.count, newCount: new.count) { page.memory.vocabulary.bits(new[$0]) }
        return (runs, alignment.cost)
    }

    mutating func align(_ old: ArraySlice<UInt32>, _ places: [Int]) -> [MatchedRun] {
        guard !old.isEmpty else { return [] }
        let (runs, cost) = pairs(old, places, budget: budget)
        budget -= max(0, cost - old.count - places.count)
        report.operations += cost + old.count + places.count
        return runs
    }

    /// Gives open words the origins of those that they are paired with. Says how many.
    mutating func take(_ runs: [MatchedRun], _ oldOrigins: ArraySlice<UInt32>, _ places: [Int]) -> Int {
        for run in runs {
            for step in 0..<run.count { origins[places[run.new + step]] = oldOrigins[oldOrigins.startIndex + run.old + step] }
        }
        return runs.reduce(0) { $0 + $1.count }
    }
}
