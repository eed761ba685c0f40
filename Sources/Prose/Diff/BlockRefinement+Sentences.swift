/// Prose is compared by sentences, and by words between those that both texts have.
extension BlockRefinement {
    mutating func refineProse(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>, isQuoted: Bool) {
        let ends = (moves.old(in: oldRange), moves.new(in: newRange))
        if !ends.0.isEmpty || !ends.1.isEmpty { return refineMoving(&builder, oldRange, newRange, ends, isQuoted: isQuoted) }
        let parts = DifferingParts(old.text, oldRange, new.text, newRange).ranges
        budget.spend((oldRange.count + newRange.count) / 16)
        builder.equal(oldRange.lowerBound..<parts.old.lowerBound, newRange.lowerBound..<parts.new.lowerBound)
        if parts.old.isEmpty || parts.new.isEmpty {
            builder.replaceWhole(parts.old, parts.new)
        } else {
            refineSentences(&builder, parts.old, parts.new, isQuoted: isQuoted)
        }
        builder.equal(parts.old.upperBound..<oldRange.upperBound, parts.new.upperBound..<newRange.upperBound)
    }

    private mutating func refineSentences(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>, isQuoted: Bool) {
        let (one, other) = (Sentences.ranges(of: old.text, in: oldRange), Sentences.ranges(of: new.text, in: newRange))
        budget.spend((oldRange.count + newRange.count) / 2)
        guard one.count > 1, other.count > 1 else { return refineWords(&builder, oldRange, newRange, isQuoted: isQuoted) }
        var table = SymbolTable()
        let symbols = (
            sentenceKeys(old.text, one, isQuoted, &table), sentenceKeys(new.text, other, isQuoted, &table)
        )
        let diff = SequenceDiff(old: symbols.0, new: symbols.1, symbolCount: table.count, budget: budget.left / 4)
        budget.spend(diff.cost)
        var (left, right) = (0, 0)
        for edit in diff.edits + [SequenceEdit(oldRange: one.count..<one.count, newRange: other.count..<other.count)] {
            while left < edit.oldRange.lowerBound {
                refineSame(&builder, one[left], other[right], isQuoted: isQuoted)
                (left, right) = (left + 1, right + 1)
            }
            refineWords(&builder, span(one, edit.oldRange, oldRange), span(other, edit.newRange, newRange), isQuoted: isQuoted)
            (left, right) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
    }

    mutating func sentenceKeys(_ text: [UInt8], _ ranges: [Range<Int>], _ isQuoted: Bool, _ table: inout SymbolTable) -> [Int] {
        ranges.map { range in
            var plain = PlainBytes(text)
            plain.append(range, isQuoted: isQuoted, &forms)
            return table.symbol(of: plain.bytes[...])
        }
    }

    private func span(_ ranges: [Range<Int>], _ part: Range<Int>, _ whole: Range<Int>) -> Range<Int> {
        let start = part.lowerBound < ranges.count ? ranges[part.lowerBound].lowerBound : whole.upperBound
        return part.isEmpty ? start..<start : start..<ranges[part.upperBound - 1].upperBound
    }

    /// Stretches that say the same, perhaps with other white space or forms of letters.
    mutating func refineSame(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>, isQuoted: Bool) {
        if old.text[oldRange] == new.text[newRange] { return builder.equal(oldRange, newRange) }
        refineWords(&builder, oldRange, newRange, isQuoted: isQuoted)
    }
}
