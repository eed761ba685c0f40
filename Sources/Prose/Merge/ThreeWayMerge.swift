/// Brings together what two people made of one text.
///
/// The algorithm is diff3 (S. Khanna, K. Kunal, B. C. Pierce, "A Formal Investigation of Diff3", 2007, describes it) over
/// `LineDiff`, with these rules:
/// - a block that one side moved is moved in the other texts first, so that the other side's edits of it go along
///   (`MoveReplay`); where the other side took it away or moved it elsewhere, all is a conflict;
/// - what one side changed is taken, what both changed alike is taken once;
/// - whole lines that both added at one place are both kept, current's first; lines that both added at the beginning or end
///   of what they added there come once;
/// - lines added right before or after lines that the other side changed are kept beside them;
/// - else, where the two changed different sentences, words, cells or items of the same lines, `ProseMerge` settles it;
/// - else it is a conflict. So are two texts that both began from nothing.
///
/// Laws: with `base == current` the result is `yours`; with `base == yours` or `current == yours` it is `current`; swapping
/// the sides swaps only the order of additions; where no words were merged, each line that either added is in the result; each
/// word of the result stands in one of the sides. Linear, plus the budgets of two line diffs, of two searches for moves for each
/// side, and of the words of regions in conflict.
package struct ThreeWayMerge: Sendable, Hashable {
    /// The result in order; no two settled regions are neighbours, and none is empty.
    package let regions: [MergeRegion]
    /// Whether additions of both at one place were both kept, so that somebody may want to look at their order.
    package let keptBoth: Bool
    /// Whether different words of one line came from different sides.
    package let mergedWords: Bool
    /// The line end that most of the text uses, for the markers.
    let lineEnd: LineEnd

    /// - Parameters:
    ///   - base: what both began with; empty where both made the text.
    ///   - current: what stands now.
    ///   - yours: what shall be brought in.
    ///   - budget: operations that each of the two line diffs may spend; each search for moves may spend a quarter of it.
    package init(base: [UInt8], current: [UInt8], yours: [UInt8], budget: Int = LineDiff.defaultBudget) {
        let lineEnd = LineEnds.detect(current.isEmpty ? yours : current)
        if current == yours || base == yours {
            self.init(settled: current, lineEnd: lineEnd)
        } else if base == current {
            self.init(settled: yours, lineEnd: lineEnd)
        } else if base.allSatisfy(\.isASCIISpace) {
            let region = MergeRegion.conflict(base: base, current: current, yours: yours)
            self.init(regions: [region], keptBoth: false, mergedWords: false, lineEnd: lineEnd)
        } else {
            let last = LastNewline(base: base, current: current, yours: yours, lineEnd: LineEnds.detect(base))
            self.init(last, budget: budget, lineEnd: lineEnd)
        }
    }

    private init(_ last: LastNewline, budget: Int, lineEnd: LineEnd) {
        var (base, sides) = (last.base, [last.current, last.yours])
        var isUndecided = false
        // In an order that does not hang on which side is whose, so that both get the same answer.
        let first = last.yours.lexicographicallyPrecedes(last.current) ? 1 : 0
        for mover in [first, 1 - first] where !isUndecided {
            guard let replay = MoveReplay(base: base, mover: sides[mover], other: sides[1 - mover], budget: budget / 4) else { continue }
            isUndecided = replay.isUndecided
            if !isUndecided { (base, sides[1 - mover]) = (replay.base, replay.other) }
        }
        guard !isUndecided else {
            self.init(
                regions: last.restored(MergeRegion.conflict(last)), keptBoth: false, mergedWords: false, lineEnd: lineEnd)
            return
        }
        var merge = MergeBuilder(
            current: LineDiff(old: base, new: sides[0], budget: budget), yours: LineDiff(old: base, new: sides[1], budget: budget))
        merge.run()
        self.init(regions: last.restored(merge.regions), keptBoth: merge.keptBoth, mergedWords: merge.mergedWords, lineEnd: lineEnd)
    }

    private init(settled text: [UInt8], lineEnd: LineEnd) {
        self.init(regions: text.isEmpty ? [] : [.settled(text)], keptBoth: false, mergedWords: false, lineEnd: lineEnd)
    }

    private init(regions: [MergeRegion], keptBoth: Bool, mergedWords: Bool, lineEnd: LineEnd) {
        self.regions = regions
        self.keptBoth = keptBoth
        self.mergedWords = mergedWords
        self.lineEnd = lineEnd
    }

    /// The merged text; nil where a conflict remains.
    package var text: [UInt8]? {
        var text: [UInt8] = []
        for region in regions {
            guard case .settled(let bytes) = region else { return nil }
            text += bytes
        }
        return text
    }
}
