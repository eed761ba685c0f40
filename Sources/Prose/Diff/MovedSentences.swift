/// Which sentences went to another place: in their own paragraph, or from one block to another.
///
/// The idea is P. Heckel's ("A technique for isolating differences between files", 1978), as for blocks: what says the same on
/// both sides and stands at no common place has moved, and its neighbours that do too went along. `SentenceMatcher` tells how.
struct MovedSentences {
    /// One end of a move.
    struct End: Equatable {
        /// Its bytes: sentences with the white space behind them.
        let range: Range<Int>
        /// The number of the move.
        let move: Int
    }

    /// Where they stood in the old text, in order.
    private(set) var old: [End] = []
    /// Where they stand in the new one, in order.
    private(set) var new: [End] = []

    /// None at all.
    init() {}

    /// - Parameter firstMove: the number of the first; the others follow in the order of the new text.
    init(_ pairs: [(old: Range<Int>, new: Range<Int>)], firstMove: Int) {
        let sorted = pairs.sorted { $0.new.lowerBound < $1.new.lowerBound }
        var runs: [(old: Range<Int>, new: Range<Int>)] = []
        for pair in sorted {
            if let last = runs.last, last.old.upperBound == pair.old.lowerBound, last.new.upperBound == pair.new.lowerBound {
                runs[runs.count - 1] = (last.old.lowerBound..<pair.old.upperBound, last.new.lowerBound..<pair.new.upperBound)
            } else {
                runs.append(pair)
            }
        }
        new = runs.enumerated().map { End(range: $1.new, move: firstMove + $0) }
        old = runs.enumerated().map { End(range: $1.old, move: firstMove + $0) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Those that stand in a part of the old text. Logarithmic, and linear in the answer.
    func old(in range: Range<Int>) -> ArraySlice<End> { MovedSentences.part(old, range) }

    /// Those that stand in a part of the new text, likewise.
    func new(in range: Range<Int>) -> ArraySlice<End> { MovedSentences.part(new, range) }

    private static func part(_ ends: [End], _ range: Range<Int>) -> ArraySlice<End> {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return ends[low...].prefix { $0.range.upperBound <= range.upperBound }
    }
}
