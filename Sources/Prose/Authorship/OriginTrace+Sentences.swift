/// The steps that find whole sentences.
extension OriginTrace {
    /// So many sentences elect a revision, where a page has more.
    private static let mostVoters = 20_000

    /// Takes sentences that stand at their place in a parent.
    mutating func alignParents(_ lists: [[UInt32]]) {
        for list in lists { report.kept += align(list) }
    }

    /// Aligns the text with a list of passages, and takes what is not found yet. Says how many sentences that were.
    private mutating func align(_ list: [UInt32]) -> Int {
        let old = page.memory.sentences(of: list)
        let alignment = SequenceAlignment(old: old, new: sentences, gram: 1, budget: budget / 2)
        budget -= max(0, alignment.cost - old.count - sentences.count)
        report.operations += alignment.cost + old.count
        let runs = ChanceFilter.kept(alignment.runs, oldCount: old.count, newCount: sentences.count) { bits(of: sentences[$0]) }
        var base = Base(passages: list, runs: runs, isClaimed: [Bool](repeating: false, count: list.count))
        var taken = 0
        for run in runs {
            for step in 0..<run.count {
                base.isClaimed[run.old + step] = true
                guard passages[run.new + step] == OriginTrace.none else { continue }
                passages[run.new + step] = list[run.old + step]
                taken += 1
            }
        }
        bases.append(base)
        return taken
    }

    /// Takes sentences that left their place in a parent: those that say enough alone, and those beside them.
    mutating func takeMoves() {
        guard !isWhole else { return }
        for number in bases.indices { takeMoves(from: number) }
    }

    private mutating func takeMoves(from number: Int) {
        let list = bases[number].passages
        let left = list.indices.filter { !bases[number].isClaimed[$0] }
        let open = sentences.indices.filter { passages[$0] == OriginTrace.none && Int(sentences[$0]) < known }
        guard !left.isEmpty, !open.isEmpty else { return }
        report.operations += left.count + open.count
        let old = page.memory.sentences(of: list)
        var first = NumberTable(capacity: left.count)
        for place in left.reversed() { first[UInt64(old[place]) + 1] = UInt32(place) }
        let room = Vocabulary.logarithm(Float(left.count + 1)) + Vocabulary.logarithm(Float(open.count + 1))
        var places: [Int: Int] = [:]
        func isFree(_ place: Int, _ index: Int) -> Bool {
            old.indices.contains(place) && !bases[number].isClaimed[place] && old[place] == sentences[index]
        }
        func take(_ index: Int, from place: Int) {
            (passages[index], places[index], bases[number].isClaimed[place]) = (list[place], place, true)
            report.moved += 1
        }
        for index in open {
            if let before = places[index - 1], isFree(before + 1, index) {
                take(index, from: before + 1)
            } else if case let place = first[UInt64(sentences[index]) + 1], place != OriginTrace.none, isFree(Int(place), index),
                bits(of: sentences[index]) >= room + 4
            {
                take(index, from: Int(place))
            }
        }
        for index in open.reversed() where passages[index] == OriginTrace.none {
            if let after = places[index + 1], isFree(after - 1, index) { take(index, from: after - 1) }
        }
    }

    /// Takes sentences from those revisions of the past that have most of what is left, at their place there.
    mutating func electPast() {
        for _ in 0..<2 where !isHuge {
            guard let revision = election() else { return }
            report.restored += align(page.memory.revisions.passages(revision))
        }
    }

    /// The revision in which most of the sentences that are left stood last; nil where none has enough.
    private mutating func election() -> UInt32? {
        var votes: [UInt32: Float] = [:]
        var left = OriginTrace.mostVoters
        for index in sentences.indices where passages[index] == OriginTrace.none && Int(sentences[index]) < known {
            let weight = bits(of: sentences[index])
            page.memory.passages.forEach(of: sentences[index]) { passage in
                votes[page.memory.passages.lastSeen[Int(passage)], default: 0] += weight
            }
            left -= 1
            guard left > 0 else { break }
        }
        report.operations += OriginTrace.mostVoters - left
        let best = votes.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return best.flatMap { $0.value >= 20 ? $0.key : nil }
    }

    /// Takes sentences from anywhere in the past that say enough alone, also where they still stand elsewhere: a copy is
    /// credited to the first writer.
    mutating func takeKnown() {
        let room = Vocabulary.logarithm(Float(page.memory.vocabulary.total + 1)) + 8
        for index in sentences.indices where passages[index] == OriginTrace.none && Int(sentences[index]) < known {
            report.operations += 1
            guard bits(of: sentences[index]) >= room, let passage = page.memory.passages.latest(of: sentences[index]) else { continue }
            passages[index] = passage
            report.restored += 1
        }
    }
}
