/// Which sentences went to another place: in their own paragraph, or from one block to another.
///
/// The idea is P. Heckel's ("A technique for isolating differences between files", 1978), as for blocks: what says the same on
/// both sides and stands at no common place has moved, and its neighbours that do too went along. `SentenceMatcher` tells how.
struct MovedSentences {
    /// A sentence at both its places, with the white space behind it.
    struct Pair {
        let old: Range<Int>
        let new: Range<Int>
        /// Whether it says the same at both.
        let isSame: Bool
    }

    /// One end of a move: sentences that went together.
    struct End {
        /// Some of its bytes.
        struct Part: Equatable {
            let range: Range<Int>
            /// Whether the other end has it too.
            let isKept: Bool
        }

        /// The number of the move.
        let move: Int
        /// Its bytes in order, without gaps.
        private(set) var parts: [Part]

        /// All its bytes.
        var range: Range<Int> { (parts.first?.range.lowerBound ?? 0)..<(parts.last?.range.upperBound ?? 0) }

        fileprivate mutating func append(_ parts: [Part]) {
            for part in parts where !part.range.isEmpty {
                if let last = self.parts.last, last.isKept == part.isKept {
                    self.parts[self.parts.count - 1] = Part(range: last.range.lowerBound..<part.range.upperBound, isKept: part.isKept)
                } else {
                    self.parts.append(part)
                }
            }
        }
    }

    /// Where they stood in the old text, in order.
    private(set) var old: [End] = []
    /// Where they stand in the new one, in order.
    private(set) var new: [End] = []

    /// None at all.
    init() {}

    /// - Parameters:
    ///   - firstMove: the number of the first; the others follow in the order of the new text.
    ///   - parts: which bytes of a pair both ends have; nil where that costs too much, so that the pair is none.
    init(_ pairs: [Pair], firstMove: Int, parts: (Pair) -> (old: [End.Part], new: [End.Part])?) {
        var end = (old: -1, new: -1)
        for pair in pairs.sorted(by: { $0.new.lowerBound < $1.new.lowerBound }) {
            guard let parts = parts(pair) else { continue }
            if end != (pair.old.lowerBound, pair.new.lowerBound) {
                old.append(End(move: firstMove + old.count, parts: []))
                new.append(End(move: firstMove + new.count, parts: []))
            }
            old[old.count - 1].append(parts.old)
            new[new.count - 1].append(parts.new)
            end = (pair.old.upperBound, pair.new.upperBound)
        }
        old.sort { $0.range.lowerBound < $1.range.lowerBound }
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
