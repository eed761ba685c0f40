import Prose
package import Wording

/// The summary of an edit whose author gave none, computed from what changed: "Home: +2 paragraphs". The form and the API
/// use the same.
package enum EditSentence {
    /// The longest title or heading that a sentence names, in scalars.
    private static let nameLimit = 80
    /// How many kinds of changes a sentence counts.
    private static let changeLimit = 3

    /// One line; linear in both texts, plus the budget of a diff of their blocks.
    /// - Parameters:
    ///   - title: what the page is called.
    ///   - old: the text before; nil where the page is new.
    ///   - new: the text after; nil where the page goes.
    package static func text(title: String, old: [UInt8]?, new: [UInt8]?, words: Phrasebook) -> String {
        let summary = EditSummary(old: old, new: new)
        let title = shortened(title)
        switch summary.kind {
        case .created: return words.text("summary.created", ["title": .text(title)])
        case .deleted: return words.text("summary.deleted", ["title": .text(title)])
        case .whitespace: return words.text("summary.whitespace", ["title": .text(title)])
        case .unchanged: return words.text("summary.unchanged", ["title": .text(title)])
        case .edited: return edited(summary, title: title, words: words)
        }
    }

    private static func edited(_ summary: EditSummary, title: String, words: Phrasebook) -> String {
        let blocks: [(key: String, count: EditSummary.Count)] = [
            ("sections", summary.sections), ("paragraphs", summary.paragraphs), ("listItems", summary.listItems),
            ("tableRows", summary.tableRows), ("codeBlocks", summary.codeBlocks),
        ]
        var changes = blocks.flatMap { counted($0.key, added: $0.count.added, removed: $0.count.removed, words: words) }
        if changes.isEmpty { changes = counted("words", added: summary.words.added, removed: summary.words.removed, words: words) }
        if changes.isEmpty { changes = [words.text("summary.reordered")] }
        let list = changes.prefix(changeLimit).joined(separator: words.text("summary.separator"))
        // The heading that is the title would only say it twice.
        guard let section = summary.section.map(shortened), !section.utf8.elementsEqual(title.utf8) else {
            return words.text("summary.edited", ["title": .text(title), "changes": .text(list)])
        }
        return words.text("summary.section", ["title": .text(title), "section": .text(section), "changes": .text(list)])
    }

    private static func counted(_ key: String, added: Int, removed: Int, words: Phrasebook) -> [String] {
        [("Added", added), ("Removed", removed)].filter { $0.1 > 0 }.map {
            words.text("summary.\(key)\($0.0)", ["count": .number($0.1)])
        }
    }

    private static func shortened(_ name: String) -> String {
        let scalars = name.unicodeScalars
        return scalars.count <= nameLimit ? name : String(String.UnicodeScalarView(scalars.prefix(nameLimit))) + "…"
    }
}
