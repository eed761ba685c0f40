/// What in a base text keeps two changes apart, and in what portions it is judged whether two people wrote one sentence anew.
struct MergeGround {
    private let text: StructuredText
    /// Places that part what stands before from what stands after: where blocks begin, where their content does, and bars.
    private let seams: [Int]
    /// Sentences, or cells of a table, or lines of code, in order; with the bytes of words in each.
    private let portions: [(range: Range<Int>, weight: Int)]

    /// The share of a portion's words that either side must have kept where both changed it, in percent.
    static let leastKept = 40

    init(_ text: StructuredText) {
        self.text = text
        var seams: [Int] = []
        var portions: [Range<Int>] = []
        for block in text.blocks {
            seams += [block.range.lowerBound, block.content.lowerBound]
            switch block.kind {
            case .tableRow:
                let cells = RowCells(text.text, block.range).cells
                seams += cells.map(\.upperBound)
                portions += cells
            case .code, .html, .frontMatterEntry, .frontMatterFence:
                portions += block.lines.map { text.lines.ranges[$0] }
            default:
                portions += Sentences.ranges(of: text.text, in: block.content)
            }
        }
        self.seams = seams
        self.portions = portions.map { range in (range, MergeGround.weight(text.text, range)) }
    }

    private static func weight(_ text: [UInt8], _ range: Range<Int>) -> Int {
        UnitCutter.units(of: text, in: range, isQuoted: false).reduce(0) { $1.kind == .sign ? $0 : $0 + $1.weight }
    }

    /// Whether something that both sides kept stands between two places: a word, the end of a line, a bar, the marker of a block.
    func isParted(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        let place = MergeGround.first(seams.count) { seams[$0] > start }
        if place < seams.count, seams[place] <= end, seams[place] > start { return true }
        return UnitCutter.units(of: text.text, in: start..<end, isQuoted: false).contains {
            $0.kind == .word || $0.kind == .target || $0.kind == .space && text.text[$0.range].contains(0x0A)
        }
    }

    /// Whether a block begins at a place.
    func isBlockStart(_ place: Int) -> Bool {
        let block = MergeGround.first(text.blocks.count) { text.blocks[$0].range.lowerBound >= place }
        return block == text.blocks.count || text.blocks[block].range.lowerBound == place
    }

    /// Whether each side left enough of every portion that both changed.
    func isKept(_ one: [SideEdit], _ other: [SideEdit]) -> Bool {
        let (mine, theirs) = (losses(one), losses(other))
        return portions.indices.allSatisfy { index in
            guard let lost = mine[index], let gone = theirs[index] else { return true }
            return 100 * (portions[index].weight - max(lost, gone)) >= MergeGround.leastKept * portions[index].weight
        }
    }

    /// The bytes of words that went from each portion that was changed.
    private func losses(_ edits: [SideEdit]) -> [Int: Int] {
        var losses: [Int: Int] = [:]
        for edit in edits where !edit.isSpace {
            var index = MergeGround.first(portions.count) { portions[$0].range.upperBound > edit.base.lowerBound }
            // At the end of a block's last sentence.
            if edit.base.isEmpty, index > 0, portions[index - 1].range.upperBound == edit.base.lowerBound {
                losses[index - 1, default: 0] += 0
            }
            while index < portions.count, portions[index].range.lowerBound < max(edit.base.upperBound, edit.base.lowerBound + 1) {
                let part = edit.base.clamped(to: portions[index].range)
                losses[index, default: 0] += part == portions[index].range ? portions[index].weight : MergeGround.weight(text.text, part)
                index += 1
            }
        }
        return losses
    }

    /// The first of some numbers for which a condition holds that holds for all after it.
    private static func first(_ count: Int, _ isPast: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isPast(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
