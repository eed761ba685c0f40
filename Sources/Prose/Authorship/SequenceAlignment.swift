/// Which elements of one sequence are those of another, in order: sentences of two revisions, or words of two sentences.
///
/// Common ends first. Then, in long sequences, what stands once on either side: single sentences, or three words together
/// (Bram Cohen's "patience diff", on words). Then Myers (`SequenceDiff`) between these, as far as the budget goes; what it
/// does not reach counts as different.
struct SequenceAlignment {
    /// Ascending on both sides, none of them adjacent on both.
    private(set) var runs: [MatchedRun] = []
    /// Elements looked at.
    private(set) var cost = 0

    private let old: [UInt32]
    private let new: [UInt32]
    private let gram: Int
    private var budget: Int

    /// Shorter boxes are not searched for anchors first.
    private static let longBox = 256
    /// Longer boxes, in which no anchor was found, are not searched at all.
    private static let longestBox = 100_000

    /// - Parameters:
    ///   - gram: how many elements together are taken for an anchor.
    ///   - budget: operations for all that is not linear.
    init(old: [UInt32], new: [UInt32], gram: Int, budget: Int) {
        (self.old, self.new, self.gram, self.budget) = (old, new, gram, budget)
        var (low, oldEnd, newEnd) = (0, old.count, new.count)
        while low < oldEnd, low < newEnd, old[low] == new[low] { low += 1 }
        while oldEnd > low, newEnd > low, old[oldEnd - 1] == new[newEnd - 1] { (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1) }
        cost = low + old.count - oldEnd
        add(MatchedRun(old: 0, new: 0, count: low))
        anchor(old: low..<oldEnd, new: low..<newEnd)
        add(MatchedRun(old: oldEnd, new: newEnd, count: old.count - oldEnd))
    }

    private mutating func add(_ run: MatchedRun) {
        guard run.count > 0 else { return }
        if let last = runs.last, last.old + last.count == run.old, last.new + last.count == run.new {
            runs[runs.count - 1].count += run.count
        } else {
            runs.append(run)
        }
    }

    private mutating func anchor(old oldBox: Range<Int>, new newBox: Range<Int>) {
        guard !oldBox.isEmpty, !newBox.isEmpty else { return }
        guard oldBox.count + newBox.count > SequenceAlignment.longBox else { return search(oldBox, newBox) }
        var (oldStart, newStart) = (oldBox.lowerBound, newBox.lowerBound)
        for pair in anchors(oldBox, newBox) where pair.old >= oldStart && pair.new >= newStart {
            var (low, newLow, high, newHigh) = (pair.old, pair.new, pair.old, pair.new)
            while low > oldStart, newLow > newStart, old[low - 1] == new[newLow - 1] { (low, newLow) = (low - 1, newLow - 1) }
            while high < oldBox.upperBound, newHigh < newBox.upperBound, old[high] == new[newHigh] {
                (high, newHigh) = (high + 1, newHigh + 1)
            }
            cost += high - low
            search(oldStart..<low, newStart..<newLow)
            add(MatchedRun(old: low, new: newLow, count: high - low))
            (oldStart, newStart) = (high, newHigh)
        }
        search(oldStart..<oldBox.upperBound, newStart..<newBox.upperBound)
    }

    /// Places of what stands once on either side, in an order that both share.
    private mutating func anchors(_ oldBox: Range<Int>, _ newBox: Range<Int>) -> [(old: Int, new: Int)] {
        guard oldBox.count >= gram, newBox.count >= gram else { return [] }
        cost += oldBox.count + newBox.count
        let isTwice = NumberTable.none - 1
        var (olds, news) = (NumberTable(capacity: oldBox.count), NumberTable(capacity: newBox.count))
        for place in oldBox.lowerBound...(oldBox.upperBound - gram) {
            let hash = ByteHash.of(old[place..<place + gram])
            olds[hash] = olds[hash] == NumberTable.none ? UInt32(place) : isTwice
        }
        for place in newBox.lowerBound...(newBox.upperBound - gram) {
            let hash = ByteHash.of(new[place..<place + gram])
            if olds[hash] < isTwice { news[hash] = news[hash] == NumberTable.none ? UInt32(place) : isTwice }
        }
        var pairs: [(old: Int, new: Int)] = []
        for place in oldBox.lowerBound...(oldBox.upperBound - gram) {
            let hash = ByteHash.of(old[place..<place + gram])
            if olds[hash] < isTwice, news[hash] < isTwice { pairs.append((place, Int(news[hash]))) }
        }
        return UniqueAnchors.longestRise(pairs)
    }

    private mutating func search(_ oldBox: Range<Int>, _ newBox: Range<Int>) {
        guard !oldBox.isEmpty, !newBox.isEmpty, budget > 0, oldBox.count + newBox.count <= SequenceAlignment.longestBox else { return }
        var numbers = NumberTable(capacity: oldBox.count + newBox.count)
        var count: UInt32 = 0
        func symbol(_ element: UInt32) -> Int {
            let key = UInt64(element) + 1
            if numbers[key] == NumberTable.none {
                numbers[key] = count
                count += 1
            }
            return Int(numbers[key])
        }
        let (olds, news) = (oldBox.map { symbol(old[$0]) }, newBox.map { symbol(new[$0]) })
        let size = olds.count + news.count
        let diff = SequenceDiff(old: olds, new: news, symbolCount: Int(count), budget: min(budget, 64 * size + 4096))
        cost += diff.cost
        budget -= diff.cost
        var (oldPlace, newPlace) = (oldBox.lowerBound, newBox.lowerBound)
        for edit in diff.edits {
            add(MatchedRun(old: oldPlace, new: newPlace, count: oldBox.lowerBound + edit.oldRange.lowerBound - oldPlace))
            oldPlace = oldBox.lowerBound + edit.oldRange.upperBound
            newPlace = newBox.lowerBound + edit.newRange.upperBound
        }
        add(MatchedRun(old: oldPlace, new: newPlace, count: oldBox.upperBound - oldPlace))
    }
}
