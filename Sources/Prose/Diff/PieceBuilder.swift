/// Gathers pieces in order and remembers in what the texts were found to differ.
struct PieceBuilder {
    let old: [UInt8]
    let new: [UInt8]
    let ignoresSpace: Bool
    private(set) var pieces: [DiffPiece] = []
    var differences: TextDifference = []

    init(old: [UInt8], new: [UInt8], ignoresSpace: Bool) {
        self.old = old
        self.new = new
        self.ignoresSpace = ignoresSpace
    }

    mutating func equal(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        guard !oldRange.isEmpty || !newRange.isEmpty else { return }
        if let last = pieces.last, last.kind == .equal {
            pieces[pieces.count - 1].oldRange = last.oldRange.lowerBound..<oldRange.upperBound
            pieces[pieces.count - 1].newRange = last.newRange.lowerBound..<newRange.upperBound
        } else {
            pieces.append(DiffPiece(kind: .equal, role: .text, oldRange: oldRange, newRange: newRange))
        }
    }

    /// What stood in one range gave way to what stands in the other.
    mutating func replace(_ oldRange: Range<Int>, _ newRange: Range<Int>, role: DiffPiece.Role) {
        if !oldRange.isEmpty { add(.deleted, role, oldRange, newRange.lowerBound..<newRange.lowerBound) }
        if !newRange.isEmpty { add(.inserted, role, oldRange.upperBound..<oldRange.upperBound, newRange) }
    }

    /// Sentences that went elsewhere, and what was taken out of them there.
    mutating func movedAway(_ end: MovedSentences.End, newPlace: Int) {
        differences.insert(.text)
        var start = takeSpace(.deleted)?.oldRange.lowerBound
        for part in end.parts {
            let range = (start ?? part.range.lowerBound)..<part.range.upperBound
            add(.deleted, .text, range, newPlace..<newPlace, move: part.isKept ? end.move : nil)
            start = nil
        }
    }

    /// Sentences that came from elsewhere, and what was put into them here.
    mutating func movedHere(_ end: MovedSentences.End, oldPlace: Int) {
        differences.insert(.text)
        var start = takeSpace(.inserted)?.newRange.lowerBound
        for part in end.parts {
            let range = (start ?? part.range.lowerBound)..<part.range.upperBound
            add(.inserted, .text, oldPlace..<oldPlace, range, move: part.isKept ? end.move : nil)
            start = nil
        }
    }

    /// White space right before a sentence that moved came or went with it.
    private mutating func takeSpace(_ kind: DiffPiece.Kind) -> DiffPiece? {
        guard let last = pieces.last, last.kind == kind, last.role == .space else { return nil }
        return pieces.removeLast()
    }

    private mutating func add(
        _ kind: DiffPiece.Kind, _ role: DiffPiece.Role, _ oldRange: Range<Int>, _ newRange: Range<Int>, move: Int? = nil
    ) {
        if let last = pieces.last, last.kind == kind, last.role == role, last.move == move {
            pieces[pieces.count - 1].oldRange = last.oldRange.lowerBound..<oldRange.upperBound
            pieces[pieces.count - 1].newRange = last.newRange.lowerBound..<newRange.upperBound
        } else {
            pieces.append(DiffPiece(kind: kind, role: role, oldRange: oldRange, newRange: newRange, move: move))
        }
    }

    /// Text that gave way to other text, the targets of links in pieces of their own.
    mutating func replaceText(_ oldUnits: ArraySlice<DiffUnit>, _ newUnits: ArraySlice<DiffUnit>, at places: (old: Int, new: Int)) {
        differences.insert(.text)
        for range in PieceBuilder.groups(oldUnits) { replace(range.bytes, places.new..<places.new, role: range.role) }
        let end = oldUnits.last?.range.upperBound ?? places.old
        for range in PieceBuilder.groups(newUnits) { replace(end..<end, range.bytes, role: range.role) }
    }

    private static func groups(_ units: ArraySlice<DiffUnit>) -> [(bytes: Range<Int>, role: DiffPiece.Role)] {
        var groups: [(bytes: Range<Int>, role: DiffPiece.Role)] = []
        for unit in units {
            guard let last = groups.last, (last.role == .target) == (unit.role == .target) else {
                groups.append((unit.range, unit.role))
                continue
            }
            let role = last.role == .space ? unit.role : last.role
            groups[groups.count - 1] = (last.bytes.lowerBound..<unit.range.upperBound, role)
        }
        return groups
    }

    /// Whole stretches without a look at their words.
    mutating func replaceWhole(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        guard !oldRange.isEmpty || !newRange.isEmpty else { return }
        let isSpace = old[oldRange].allSatisfy(\.isASCIISpace) && new[newRange].allSatisfy(\.isASCIISpace)
        if isSpace {
            space(oldRange, newRange)
        } else {
            differences.insert(.text)
            replace(oldRange, newRange, role: .text)
        }
    }

    /// White space on both sides, which may differ; either may be empty.
    mutating func space(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        if old[oldRange] == new[newRange] { return equal(oldRange, newRange) }
        let plain = old[oldRange].filter { $0 != 0x0D }
        differences.insert(plain == new[newRange].filter { $0 != 0x0D } ? .lineEnds : .space)
        if ignoresSpace { return equal(oldRange, newRange) }
        replace(oldRange, newRange, role: .space)
    }

    /// Units that count as the same.
    mutating func same(_ oldUnits: ArraySlice<DiffUnit>, _ newUnits: ArraySlice<DiffUnit>) {
        guard let oldFirst = oldUnits.first, let oldLast = oldUnits.last, let newFirst = newUnits.first, let newLast = newUnits.last
        else { return }
        let oldRange = oldFirst.range.lowerBound..<oldLast.range.upperBound
        let newRange = newFirst.range.lowerBound..<newLast.range.upperBound
        if old[oldRange] == new[newRange] { return equal(oldRange, newRange) }
        for (one, other) in zip(oldUnits, newUnits) {
            if one.kind == .space {
                space(one.range, other.range)
            } else if old[one.range] == new[other.range] {
                equal(one.range, other.range)
            } else {
                differences.insert(.normalisation)
                replace(one.range, other.range, role: .text)
            }
        }
    }
}
