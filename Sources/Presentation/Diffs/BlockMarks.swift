import Prose
import Wording

/// Says what happened to the blocks of a difference besides their words.
struct BlockMarks {
    let diff: ProseDiff
    /// How many moves the screen has shown before this difference.
    let movesBefore: Int
    let words: Phrasebook

    /// All there is to say of a change, in order.
    func marks(of change: BlockChange) -> [BlockMark] {
        guard change.isChange else { return [] }
        return place(change) + kind(change) + change.structure.map { BlockMark(text: structure($0)) }
    }

    /// Where in the front matter it stands, which the words of a long entry need not say.
    private func place(_ change: BlockChange) -> [BlockMark] {
        let isGone = change.newBlocks.isEmpty
        let (text, blocks) = isGone ? (diff.old, change.oldBlocks) : (diff.new, change.newBlocks)
        guard let first = blocks.first, text.blocks.indices.contains(first), text.blocks[first].kind == .frontMatterEntry else { return [] }
        let key = String(decoding: text.text[text.blocks[first].key], as: UTF8.self)
        return key.isEmpty ? [] : [BlockMark(text: words.text("diff.mark.key", ["key": .text(key)]))]
    }

    private func kind(_ change: BlockChange) -> [BlockMark] {
        switch change.kind {
        case .unchanged, .changed: []
        case .added: [mark(change.differences == .space ? "blankAdded" : "added")]
        case .removed: [mark(change.differences == .space ? "blankRemoved" : "removed")]
        case .movedAway: [moved("movedAway", change, id: "-from", href: "", link: "whereTo")]
        case .moved:
            [moved("moved", change, id: "", href: "-from", link: "whereFrom")]
                + (change.differences.contains(.text) ? [mark("changed")] : [])
        case .split: [BlockMark(text: words.text("diff.mark.split", ["count": .number(change.newBlocks.count)]))]
        case .joined: [BlockMark(text: words.text("diff.mark.joined", ["count": .number(change.oldBlocks.count)]))]
        case .reflowed: [mark(quiet(change.differences))]
        }
    }

    private func mark(_ name: String) -> BlockMark { BlockMark(text: words.text("diff.mark.\(name)")) }

    private func moved(_ name: String, _ change: BlockChange, id: String, href: String, link: String) -> BlockMark {
        let anchor = "move-\(movesBefore + (change.move ?? 0))"
        return BlockMark(
            text: words.text("diff.mark.\(name)"), id: anchor + id, href: "#\(anchor)\(href)", link: words.text("diff.mark.\(link)"))
    }

    /// Why a block whose words are the same is shown at all.
    private func quiet(_ differences: TextDifference) -> String {
        if differences.contains(.marker) { return "marker" }
        return differences.contains(.normalisation) ? "normalisation" : "space"
    }

    // MARK: Structure

    private func structure(_ change: StructureChange) -> String {
        switch change {
        case .kind(let old, let new): return words.text("diff.mark.kind", ["old": .text(name(old)), "new": .text(name(new))])
        case .level(let old, let new): return step("level", old, new)
        case .depth(let old, let new): return step("depth", old + 1, new + 1)
        case .quoteDepth(let old, let new):
            return old == 0 ? words.text("diff.mark.quoted") : new == 0 ? words.text("diff.mark.unquoted") : step("quoteDepth", old, new)
        case .isOrdered(let isOrdered): return words.text(isOrdered ? "diff.mark.ordered" : "diff.mark.unordered")
        case .task(let old, let new): return words.text("diff.mark.\(task(old, new))")
        case .columns(let removed, let inserted):
            return [columns("columnsRemoved", removed), columns("columnsAdded", inserted)].compactMap(\.self).joined(separator: ", ")
        }
    }

    private func step(_ name: String, _ old: Int, _ new: Int) -> String {
        words.text("diff.mark.\(name)", ["old": .number(old), "new": .number(new)])
    }

    private func task(_ old: ProseBlock.TaskBox?, _ new: ProseBlock.TaskBox?) -> String {
        switch (old, new) {
        case (_, nil): "taskGone"
        case (_, .done?): "taskDone"
        case (nil, .open?): "taskNew"
        case (_, .open?): "taskOpen"
        }
    }

    /// Columns by their numbers from 1; nil where there are none.
    private func columns(_ name: String, _ columns: [Int]) -> String? {
        guard !columns.isEmpty else { return nil }
        let numbers = columns.prefix(12).map { String($0 + 1) }.joined(separator: ", ") + (columns.count > 12 ? "…" : "")
        return words.text("diff.mark.\(name)", ["count": .number(columns.count), "columns": .text(numbers)])
    }

    private func name(_ kind: ProseBlock.Kind) -> String {
        let name =
            switch kind {
            case .blank: "blank"
            case .frontMatterFence, .frontMatterEntry: "frontMatter"
            case .heading: "heading"
            case .paragraph: "paragraph"
            case .listItem: "listItem"
            case .tableRow: "tableRow"
            case .code: "code"
            case .html: "html"
            case .rule: "rule"
            }
        return words.text("diff.block.\(name)")
    }
}
