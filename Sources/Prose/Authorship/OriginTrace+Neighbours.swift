/// The step that finds what stood beside a sentence that was found far from its place.
extension OriginTrace {
    /// How many revisions of the past are looked at.
    private static let mostRevisions = 3
    /// How many sentences beside one that was found, besides as many as are open.
    private static let reach = 2

    /// Takes words of sentences whose neighbours were found, from what stood beside these when they were last seen: a
    /// paragraph that was moved or put back, and edited all over.
    mutating func refineBesideNeighbours() {
        let stretches = openStretches()
        guard !stretches.isEmpty, !isHuge else { return }
        var votes: [UInt32: Int] = [:]
        for stretch in stretches {
            for neighbour in [stretch.lowerBound - 1, stretch.upperBound] {
                guard let passage = partner(neighbour) else { continue }
                votes[page.memory.passages.lastSeen[Int(passage)], default: 0] += 1
            }
        }
        let best = votes.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(OriginTrace.mostRevisions)
        let used = Set(partners.filter { $0 != OriginTrace.none })
        for (revision, _) in best {
            let list = page.memory.revisions.passages(revision)
            report.operations += list.count
            var places = NumberTable(capacity: list.count)
            for place in list.indices { places[UInt64(list[place]) + 1] = UInt32(place) }
            for stretch in stretches { refine(stretch, list, places, used) }
        }
    }

    /// The passage that a sentence was found to be, or to be an edit of.
    private func partner(_ index: Int) -> UInt32? {
        guard partners.indices.contains(index), partners[index] != OriginTrace.none else { return nil }
        return partners[index]
    }

    private func openStretches() -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for index in sentences.indices where isOpen(index) {
            let isApart = partner(index) != nil || partner(index - 1) != nil
            if let last = stretches.last, last.upperBound == index, !isApart {
                stretches[stretches.count - 1] = last.lowerBound..<index + 1
            } else {
                stretches.append(index..<index + 1)
            }
        }
        return stretches
    }

    /// Whether most of a sentence is open: an edited one would find its few new words by chance.
    private func isOpen(_ index: Int) -> Bool {
        guard starts[index] >= 0 else { return false }
        let count = page.memory.sentences[sentences[index]].count
        return 2 * origins[starts[index]..<starts[index] + count].count { $0 == OriginTrace.none } >= count
    }

    private mutating func refine(_ stretch: Range<Int>, _ list: [UInt32], _ places: NumberTable, _ used: Set<UInt32>) {
        func place(_ index: Int) -> Int? {
            guard let passage = partner(index), case let place = places[UInt64(passage) + 1], place != OriginTrace.none else { return nil }
            return Int(place)
        }
        let reach = stretch.count + OriginTrace.reach
        let (before, after) = (place(stretch.lowerBound - 1), place(stretch.upperBound))
        var ranges: [Range<Int>] = []
        if let before, let after, after > before, after - before - 1 <= 2 * reach {
            ranges = [before + 1..<after]
        } else {
            if let before { ranges.append(before + 1..<min(before + 1 + reach, list.count)) }
            if let after { ranges.append(max(0, after - reach)..<after) }
        }
        for range in ranges {
            let open = openPlaces(in: stretch)
            let old = range.map { list[$0] }.filter { !used.contains($0) }
            guard !open.isEmpty, !old.isEmpty else { continue }
            let oldWords = old.flatMap { page.memory.sentences[page.memory.passages.sentences[Int($0)]] }
            let oldOrigins = old.flatMap { page.memory.passages.origins($0) }
            let runs = align(oldWords[...], open)
            let matched = runs.reduce(0) { $0 + $1.count }
            guard 5 * matched >= 2 * min(open.count, oldWords.count) else { continue }
            report.refined += take(runs, oldOrigins[...], open)
        }
    }
}
