import Prose

/// What became of a block besides its words, in English, for the command line.
enum ChangeSentence {
    /// All there is to say of a change.
    static func all(of change: BlockChange) -> [String] { [kind(of: change)].compactMap(\.self) + change.structure.map(structure) }

    /// What is said at one end of a move.
    static func move(_ number: Int, isHere: Bool) -> String { isHere ? "moved here, move \(number)" : "moved away, move \(number)" }

    private static func kind(of change: BlockChange) -> String? {
        let move = change.move.map(String.init) ?? ""
        switch change.kind {
        case .unchanged, .changed: return nil
        case .added: return change.differences == .space ? "white space added" : "added"
        case .removed: return change.differences == .space ? "white space removed" : "removed"
        case .movedAway: return "moved away (move \(move))"
        case .moved: return "moved here (move \(move))" + (change.differences.contains(.text) ? " and changed" : "")
        case .split: return "split into \(change.newBlocks.count)"
        case .joined: return "\(change.oldBlocks.count) joined into one"
        case .reflowed: return "no change of text"
        }
    }

    private static func structure(_ change: StructureChange) -> String {
        switch change {
        case .kind(let old, let new): return "\(name(old)) became \(name(new))"
        case .level(let old, let new): return "heading level \(old) became \(new)"
        case .depth(let old, let new): return "list level \(old + 1) became \(new + 1)"
        case .isOrdered(let isOrdered): return isOrdered ? "now numbered" : "no longer numbered"
        case .task(_, nil): return "no longer a task"
        case .task(_, .done?): return "task done"
        case .task(let old, .open?): return old == nil ? "now a task" : "task open again"
        case .quoteDepth(let old, let new): return old == 0 ? "now a quote" : new == 0 ? "no longer a quote" : "quote level \(new)"
        case .columns(let removed, let inserted):
            func columns(_ numbers: [Int], _ verb: String) -> String? {
                numbers.isEmpty ? nil : "column " + numbers.map { String($0 + 1) }.joined(separator: ", ") + " \(verb)"
            }
            return [columns(removed, "removed"), columns(inserted, "added")].compactMap(\.self).joined(separator: ", ")
        }
    }

    private static func name(_ kind: ProseBlock.Kind) -> String {
        switch kind {
        case .blank: "white space"
        case .frontMatterFence, .frontMatterEntry: "front matter"
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .listItem: "list item"
        case .tableRow: "table row"
        case .code: "code"
        case .html: "HTML"
        case .rule: "line across"
        }
    }

    /// What is to be said of two texts as a whole.
    static func note(_ note: ProseDiff.Note) -> String {
        switch note {
        case .onlyLineEnds: "only line ends differ"
        case .onlyLastNewline: "only the last line's end differs"
        case .onlyNormalisation: "only the way differs in which letters with marks are stored"
        case .onlySpace: "only white space and line breaks differ"
        case .onlyForm: "no words differ, only white space, the signs of lists or how letters are stored"
        case .alsoLineEnds: "line ends differ, too"
        case .alsoLastNewline: "the last line's end differs, too"
        case .coarse: "these texts differ so much that the changes are shown coarsely"
        }
    }
}
