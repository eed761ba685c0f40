/// What an edit did, as values from which a sentence can be made: "Home: +2 paragraphs", "Setup, section Linux: −1 list item".
///
/// Blocks are read by `StructuredText` and compared in order by `SequenceDiff`; at one changed place, blocks of one kind on both
/// sides count as changed, the rest as added or removed; a block that only moved counts as nothing.
package struct EditSummary: Sendable, Equatable {
    /// What happened to the text as a whole.
    package enum Kind: Sendable, Equatable {
        /// There was none before.
        case created
        /// There is none any more.
        case deleted
        /// Words or signs differ.
        case edited
        /// Not a byte differs.
        case unchanged
        /// Only white space differs: spaces, line ends, line breaks within a block.
        case whitespace
    }

    /// How many of one sort of thing came, went and were changed in place.
    package struct Count: Sendable, Equatable {
        /// How many came.
        package var added: Int
        /// How many went.
        package var removed: Int
        /// How many were changed in place.
        package var changed: Int

        package init(added: Int = 0, removed: Int = 0, changed: Int = 0) {
            self.added = added
            self.removed = removed
            self.changed = changed
        }
    }

    /// What happened to the text as a whole.
    package let kind: Kind
    /// Paragraphs, with blocks of HTML and rules; table rows and code have their own counts.
    package let paragraphs: Count
    /// Headings.
    package let sections: Count
    /// Items of lists, of any depth.
    package let listItems: Count
    /// Rows of tables.
    package let tableRows: Count
    /// Blocks of code, fenced or indented, and front matter.
    package let codeBlocks: Count
    /// Words, by `WordChange`.
    package let words: WordChange
    /// The heading under which all that changed stands; nil where it stands above all headings or under several.
    package let section: String?

    /// Nil means that there is no text: before the page was made, after it was deleted. Linear, plus the budget of a diff.
    package init(old: [UInt8]?, new: [UInt8]?) {
        let diff = BlockTally(old: SummaryBlocks(old ?? []), new: SummaryBlocks(new ?? []))
        words = WordChange(old: old ?? [], new: new ?? [])
        paragraphs = diff.counts(.paragraph)
        sections = diff.counts(.heading)
        listItems = diff.counts(.listItem)
        tableRows = diff.counts(.tableRow)
        codeBlocks = diff.counts(.code)
        switch (old, new) {
        case (nil, nil): kind = .unchanged
        case (nil, _): kind = .created
        case (_, nil): kind = .deleted
        case (let old?, let new?) where old == new: kind = .unchanged
        case (let old?, let new?): kind = EditSummary.differInSpaceOnly(old, new) ? .whitespace : .edited
        }
        section = kind == .edited ? diff.section : nil
    }

    private static func differInSpaceOnly(_ old: [UInt8], _ new: [UInt8]) -> Bool {
        let (oldPart, newPart) = DifferingParts(old, new).ranges
        return seen(old, oldPart) == seen(new, newPart)
    }

    /// The tokens with all white space as one space, none at the ends.
    private static func seen(_ text: [UInt8], _ range: Range<Int>) -> [ArraySlice<UInt8>] {
        var seen: [ArraySlice<UInt8>] = []
        var isSpaced = false
        for token in Tokens(text, in: range).list {
            if token.kind == .space || token.kind == .lineEnd {
                isSpaced = true
            } else {
                if isSpaced, !seen.isEmpty { seen.append([0x20]) }
                isSpaced = false
                seen.append(text[token.range])
            }
        }
        return seen
    }
}
