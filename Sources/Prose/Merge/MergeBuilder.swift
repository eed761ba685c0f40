/// Decides a merge place by place and gathers its regions.
struct MergeBuilder {
    private let current: LineDiff
    private let yours: LineDiff

    private(set) var regions: [MergeRegion] = []
    private(set) var keptBoth = false
    private(set) var mergedWords = false

    private var settled: [UInt8] = []
    private var wordBudget = ProseMerge.defaultBudget
    // How far each side's lines are ahead of the base's, at the place reached.
    private var currentLead = 0
    private var yoursLead = 0

    /// Two differences with the same old text.
    init(current: LineDiff, yours: LineDiff) {
        self.current = current
        self.yours = yours
    }

    mutating func run() {
        var line = 0
        for part in MergePart.parts(current: current.edits, yours: yours.edits) {
            settled += current.old[line..<part.base.lowerBound]
            decide(part)
            line = part.base.upperBound
        }
        settled += current.old[line..<current.old.count]
        flush()
    }

    private mutating func decide(_ part: MergePart) {
        let stands = current.new[MergeBuilder.lines(part.base, part.current, lead: &currentLead)]
        let wanted = yours.new[MergeBuilder.lines(part.base, part.yours, lead: &yoursLead)]
        if part.yours.isEmpty || stands == wanted {
            settled += stands
        } else if part.current.isEmpty {
            settled += wanted
        } else if part.base.isEmpty {
            let additions = MergedAdditions(Array(stands), Array(wanted))
            settled += additions.text
            if additions.keptBoth { keptBoth = true }
        } else {
            decideOverlap(base: Array(current.old[part.base]), current: Array(stands), yours: Array(wanted))
        }
    }

    private mutating func decideOverlap(base: [UInt8], current: [UInt8], yours: [UInt8]) {
        let words = ProseMerge(base: base, current: current, yours: yours, budget: wordBudget)
        wordBudget = max(0, wordBudget - words.cost)
        if let text = words.text {
            settled += text
            mergedWords = true
            if words.keptBoth { keptBoth = true }
        } else {
            flush()
            regions.append(.conflict(base: base, current: current, yours: yours))
        }
    }

    /// The lines of one side that stand for these of the base.
    private static func lines(_ base: Range<Int>, _ edits: [LineEdit], lead: inout Int) -> Range<Int> {
        let start = base.lowerBound + lead
        for edit in edits { lead += edit.newRange.count - edit.oldRange.count }
        return start..<base.upperBound + lead
    }

    private mutating func flush() {
        if !settled.isEmpty { regions.append(.settled(settled)) }
        settled = []
    }
}
