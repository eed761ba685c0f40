import Prose
import Wording

/// A block of a difference on the page, or one side of it; without a block, the empty half of a row side by side.
struct DiffCellView: TemplateView {
    let fields: [String: TemplateValue]
    /// Bytes that it shows.
    let cost: Int

    /// - Parameters:
    ///   - whole: the address at which nothing is left out; nil where there is none.
    ///   - movesBefore: how many moves the screen has shown before this difference.
    init(_ cell: LayoutCell?, of diff: ProseDiff, side: MarkedParts.Side, whole: String?, movesBefore: Int, _ words: Phrasebook) {
        guard let cell else {
            fields = ["isCode": .flag(false), "line": .absent, "side": .text(raw: "empty"), "parts": .list([])]
            cost = 0
            return
        }
        let change = diff.changes[cell.change]
        let isOld = side == .old || change.newBlocks.isEmpty || change.kind == .movedAway
        let (text, blocks) = isOld ? (diff.old, change.oldBlocks) : (diff.new, change.newBlocks)
        let isCode = blocks.first.map { text.blocks.indices.contains($0) && text.blocks[$0].isCode } ?? false
        // What came from elsewhere has no other half beside it, so its right half shows both.
        let isBoth = side == .new && change.kind == .moved
        let parts = MarkedParts(cell, of: diff, side: isBoth ? .both : side, isCode: isCode)
        cost = parts.cost
        fields = [
            "isCode": .flag(isCode),
            "line": .number(isOld ? cell.oldLines.lowerBound : cell.newLines.lowerBound),
            "side": .text(raw: side == .both ? "both" : side == .old ? "old" : "new"),
            "parts": parts.values(whole: whole, movesBefore: movesBefore, words),
        ]
    }
}
