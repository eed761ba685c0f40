/// A pair of lines with the words that differ.
///
/// Common ends are set aside first, so a long line with one changed word is cheap at any length. Between them, `TokenDiff`;
/// then changes that only a lone sign, space or short word parts become one, for a reader sees one change and no confetti.
/// Where too little remains the same, the lines are no pair.
struct WordRefinement {
    /// The longest differing part, in bytes of either side, that is cut into words.
    static let longestPart = 256 << 10
    /// A word between two replacements counts as kept only if longer, in bytes.
    static let shortWord = 3

    /// The pieces of both lines, which together are the lines; nil where they are better shown as removed and added.
    let segments: (old: [DiffSegment], new: [DiffSegment])?
    let cost: Int

    init(old: [UInt8], _ oldLine: Range<Int>, new: [UInt8], _ newLine: Range<Int>, budget: Int) {
        let (oldPart, newPart) = DifferingParts(old, oldLine, new, newLine).ranges
        guard budget > 0, max(oldPart.count, newPart.count) <= WordRefinement.longestPart else {
            (segments, cost) = (nil, 0)
            return
        }
        let diff = TokenDiff(old: Tokens(old, in: oldPart), new: Tokens(new, in: newPart), budget: budget / 2)
        cost = diff.cost
        let edits = WordRefinement.joined(diff)
        let outside = oldLine.count - oldPart.count
        guard WordRefinement.isAlike(diff, edits, outside: outside) else {
            segments = nil
            return
        }
        segments = (
            WordRefinement.pieces(old, oldLine, edits.map { WordRefinement.bytes(diff.old, $0.oldRange) }),
            WordRefinement.pieces(new, newLine, edits.map { WordRefinement.bytes(diff.new, $0.newRange) })
        )
    }

    /// Joins changes that nothing of weight parts.
    private static func joined(_ diff: TokenDiff) -> [SequenceEdit] {
        var joined: [SequenceEdit] = []
        for edit in diff.edits {
            guard let last = joined.last else {
                joined.append(edit)
                continue
            }
            let between = diff.old.list[last.oldRange.upperBound..<edit.oldRange.lowerBound]
            let words = between.filter { $0.kind == .word }
            let areReplacements = ![last, edit].contains { $0.isInsertion || $0.isDeletion }
            let isShort = words.count == 1 && words.allSatisfy { $0.range.count <= shortWord } && areReplacements
            if words.isEmpty && between.count <= 2 || isShort {
                joined[joined.count - 1] = SequenceEdit(
                    oldRange: last.oldRange.lowerBound..<edit.oldRange.upperBound,
                    newRange: last.newRange.lowerBound..<edit.newRange.upperBound)
            } else {
                joined.append(edit)
            }
        }
        return joined.map { withoutOuterSpace($0, diff) }
    }

    /// What joining took in of a space that both sides end or begin with is no change.
    private static func withoutOuterSpace(_ edit: SequenceEdit, _ diff: TokenDiff) -> SequenceEdit {
        var (old, new) = (edit.oldRange, edit.newRange)
        let isSpace = { (oldPlace: Int, newPlace: Int) in
            diff.old.list[oldPlace].kind == .space && diff.old[oldPlace] == diff.new[newPlace]
        }
        if !old.isEmpty, !new.isEmpty, isSpace(old.upperBound - 1, new.upperBound - 1) { (old, new) = (old.dropLast(), new.dropLast()) }
        if !old.isEmpty, !new.isEmpty, isSpace(old.lowerBound, new.lowerBound) { (old, new) = (old.dropFirst(), new.dropFirst()) }
        return SequenceEdit(oldRange: old, newRange: new)
    }

    /// Whether enough of both lines' words is the same; `outside` is what both share around the compared part, in bytes.
    private static func isAlike(_ diff: TokenDiff, _ edits: [SequenceEdit], outside: Int) -> Bool {
        let all = weight(diff.old.list[...]) + weight(diff.new.list[...]) + 6 * outside
        let lost = edits.reduce(0) { $0 + weight(diff.old.list[$1.oldRange]) + weight(diff.new.list[$1.newRange]) }
        return 1000 * (all - lost) >= LinePairing.similarityFloor * all
    }

    /// Words by their bytes; a line of nothing but signs counts those instead of nothing.
    private static func weight(_ tokens: ArraySlice<Token>) -> Int {
        tokens.reduce(0) { $1.kind == .word ? $0 + 4 * $1.range.count : $0 + 1 }
    }

    private static func bytes(_ tokens: Tokens, _ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return tokens.list[range.lowerBound].range.lowerBound..<tokens.list[range.upperBound - 1].range.upperBound
    }

    private static func pieces(_ text: [UInt8], _ line: Range<Int>, _ changed: [Range<Int>]) -> [DiffSegment] {
        var pieces: [DiffSegment] = []
        var place = line.lowerBound
        for range in changed where !range.isEmpty {
            if place < range.lowerBound { pieces.append(DiffSegment(text: Array(text[place..<range.lowerBound]), isChanged: false)) }
            pieces.append(DiffSegment(text: Array(text[range]), isChanged: true))
            place = range.upperBound
        }
        if place < line.upperBound { pieces.append(DiffSegment(text: Array(text[place..<line.upperBound]), isChanged: false)) }
        return pieces
    }
}
