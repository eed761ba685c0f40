/// Prose in which sentences moved: they are set aside, so that no word of what stayed is compared with them.
extension BlockRefinement {
    /// A sentence, or several that moved together.
    private struct Part {
        let range: Range<Int>
        /// Nil where it stayed.
        var end: MovedSentences.End?
    }

    /// What both ends of a move have; nil where there are no operations for words.
    mutating func keptParts(_ pair: MovedSentences.Pair) -> (old: [MovedSentences.End.Part], new: [MovedSentences.End.Part])? {
        typealias Part = MovedSentences.End.Part
        if pair.isSame { return ([Part(range: pair.old, isKept: true)], [Part(range: pair.new, isKept: true)]) }
        guard budget.afford((pair.old.count + pair.new.count) * BlockMatcher.wordCost) else { return nil }
        let one = UnitCutter.units(of: old.text, in: pair.old, isQuoted: false)
        let other = UnitCutter.units(of: new.text, in: pair.new, isQuoted: false)
        let edits = wordEdits(one, other)
        func parts(_ units: [DiffUnit], _ edits: [Range<Int>]) -> [Part] {
            var parts: [Part] = []
            var place = 0
            for edit in edits {
                if place < edit.lowerBound { parts.append(Part(range: span(units[place..<edit.lowerBound]), isKept: true)) }
                if !edit.isEmpty { parts.append(Part(range: span(units[edit]), isKept: false)) }
                place = edit.upperBound
            }
            return place < units.count ? parts + [Part(range: span(units[place...]), isKept: true)] : parts
        }
        return (parts(one, edits.map(\.oldRange)), parts(other, edits.map(\.newRange)))
    }

    private func span(_ units: ArraySlice<DiffUnit>) -> Range<Int> {
        (units.first?.range.lowerBound ?? 0)..<(units.last?.range.upperBound ?? 0)
    }

    mutating func refineMoving(
        _ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>,
        _ ends: (old: ArraySlice<MovedSentences.End>, new: ArraySlice<MovedSentences.End>), isQuoted: Bool
    ) {
        let (one, other) = (parts(old.text, oldRange, ends.old), parts(new.text, newRange, ends.new))
        budget.spend(oldRange.count + newRange.count)
        var table = SymbolTable()
        var symbols = (
            sentenceKeys(old.text, one.map(\.range), isQuoted, &table), sentenceKeys(new.text, other.map(\.range), isQuoted, &table)
        )
        // What moved is like nothing at its place.
        var count = table.count
        for index in one.indices where one[index].end != nil { (symbols.0[index], count) = (count, count + 1) }
        for index in other.indices where other[index].end != nil { (symbols.1[index], count) = (count, count + 1) }
        let diff = SequenceDiff(old: symbols.0, new: symbols.1, symbolCount: count, budget: budget.left / 4)
        budget.spend(diff.cost)
        if diff.isCoarse { budget.isCoarse = true }
        var places = (old: oldRange.lowerBound, new: newRange.lowerBound)
        var (left, right) = (0, 0)
        for edit in diff.edits + [SequenceEdit(oldRange: one.count..<one.count, newRange: other.count..<other.count)] {
            while left < edit.oldRange.lowerBound {
                refineSame(&builder, one[left].range, other[right].range, isQuoted: isQuoted)
                places = (one[left].range.upperBound, other[right].range.upperBound)
                (left, right) = (left + 1, right + 1)
            }
            refineParts(&builder, one[edit.oldRange], other[edit.newRange], &places, isQuoted: isQuoted)
            (left, right) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
    }

    private func parts(_ text: [UInt8], _ range: Range<Int>, _ ends: ArraySlice<MovedSentences.End>) -> [Part] {
        var parts: [Part] = []
        var place = range.lowerBound
        for end in ends {
            parts += Sentences.ranges(of: text, in: place..<end.range.lowerBound).map { Part(range: $0) }
            parts.append(Part(range: end.range, end: end))
            place = end.range.upperBound
        }
        return parts + Sentences.ranges(of: text, in: place..<range.upperBound).map { Part(range: $0) }
    }

    /// One changed place: the words of what stayed are compared as if what moved were not there.
    private mutating func refineParts(
        _ builder: inout PieceBuilder, _ one: ArraySlice<Part>, _ other: ArraySlice<Part>, _ places: inout (old: Int, new: Int),
        isQuoted: Bool
    ) {
        let bytes = one.reduce(0) { $0 + $1.range.count } + other.reduce(0) { $0 + $1.range.count }
        let isAffordable = budget.afford(bytes * BlockMatcher.wordCost)
        let before = units(old.text, one, isQuoted: isQuoted, isWhole: !isAffordable)
        let after = units(new.text, other, isQuoted: isQuoted, isWhole: !isAffordable)
        let whole = SequenceEdit(oldRange: 0..<before.units.count, newRange: 0..<after.units.count)
        var writer = PartWriter(old: before, new: after, places: places)
        writer.write(isAffordable ? wordEdits(before.units, after.units) : [whole], to: &builder)
        places = writer.places
    }

    /// The units of what stayed, and before which of them stands what moved.
    private func units(
        _ text: [UInt8], _ parts: ArraySlice<Part>, isQuoted: Bool, isWhole: Bool
    ) -> (units: [DiffUnit], stops: [PartWriter.Stop]) {
        var units: [DiffUnit] = []
        var stops: [PartWriter.Stop] = []
        for part in parts {
            if let end = part.end {
                stops.append(PartWriter.Stop(unit: units.count, end: end))
            } else if isWhole {
                units.append(DiffUnit(range: part.range, kind: .word))
            } else {
                units += UnitCutter.units(of: text, in: part.range, isQuoted: isQuoted)
            }
        }
        return (units, stops)
    }
}
