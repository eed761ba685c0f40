import Prose
import Wording

/// What a rendered difference says, from the reader's phrasebook.
extension RenderedDiffPhrases {
    package init(in context: ViewContext) {
        let words = context.words
        self.init()
        inserted = words.text("renderedDiff.inserted")
        deleted = words.text("renderedDiff.deleted")
        moved = words.text("renderedDiff.moved")
        movedAway = { words.text("renderedDiff.movedAway", ["words": .text($0)]) }
        sentenceHere = { words.text("renderedDiff.sentenceHere", ["number": .number($0)]) }
        sentenceAway = { words.text("renderedDiff.sentenceAway", ["number": .number($0)]) }
        split = words.text("renderedDiff.split")
        joined = words.text("renderedDiff.joined")
        formatted = words.text("renderedDiff.formatted")
        linked = { Self.linked($0, $1, words) }
        structure = { Self.said($0, words) }
        previous = words.text("renderedDiff.previous")
        next = words.text("renderedDiff.next")
        unchanged = { words.text("renderedDiff.unchanged", ["count": .number($0)]) }
    }

    private static func linked(_ old: String, _ new: String, _ words: Phrasebook) -> String {
        if old.isEmpty { return words.text("renderedDiff.link.added", ["new": .text(new)]) }
        if new.isEmpty { return words.text("renderedDiff.link.removed", ["old": .text(old)]) }
        return words.text("renderedDiff.link.changed", ["old": .text(old), "new": .text(new)])
    }

    private static func said(_ change: StructureChange, _ words: Phrasebook) -> String? {
        switch change {
        case .kind(let old, let new):
            let (old, new) = (noun(old, words), noun(new, words))
            return old == new ? nil : words.text("renderedDiff.kind", ["old": .text(old), "new": .text(new)])
        case .level(let old, let new): return words.text("renderedDiff.level", ["old": .number(old), "new": .number(new)])
        case .depth(let old, let new): return new > old ? words.text("renderedDiff.deeper") : words.text("renderedDiff.lessDeep")
        case .isOrdered(let isOrdered):
            return isOrdered ? words.text("renderedDiff.numbered") : words.text("renderedDiff.notNumbered")
        case .task(let old, let new): return task(old, new, words)
        case .quoteDepth(let old, let new): return new > old ? words.text("renderedDiff.quoted") : words.text("renderedDiff.notQuoted")
        case .columns(let removed, let inserted): return columns(removed.count, inserted.count, words)
        }
    }

    private static func task(_ old: ProseBlock.TaskBox?, _ new: ProseBlock.TaskBox?, _ words: Phrasebook) -> String? {
        switch (old, new) {
        case (_, .done?): words.text("renderedDiff.task.done")
        case (.done?, .open?): words.text("renderedDiff.task.open")
        case (nil, .open?): words.text("renderedDiff.task.made")
        case (_?, nil): words.text("renderedDiff.task.gone")
        default: nil
        }
    }

    private static func columns(_ removed: Int, _ inserted: Int, _ words: Phrasebook) -> String? {
        var said: [String] = []
        if removed > 0 { said.append(words.text("renderedDiff.columns.removed", ["count": .number(removed)])) }
        if inserted > 0 { said.append(words.text("renderedDiff.columns.inserted", ["count": .number(inserted)])) }
        return said.isEmpty ? nil : said.joined(separator: ", ")
    }

    /// What a block is called; rows of all sorts are rows.
    private static func noun(_ kind: ProseBlock.Kind, _ words: Phrasebook) -> String {
        switch kind {
        case .heading: words.text("renderedDiff.block.heading")
        case .listItem: words.text("renderedDiff.block.item")
        case .tableRow(.header): words.text("renderedDiff.block.header")
        case .tableRow: words.text("renderedDiff.block.row")
        case .code: words.text("renderedDiff.block.code")
        case .paragraph, .blank, .frontMatterFence, .frontMatterEntry, .html, .rule: words.text("renderedDiff.block.paragraph")
        }
    }
}
