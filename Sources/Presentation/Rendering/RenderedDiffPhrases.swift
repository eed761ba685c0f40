package import Prose

/// What a rendered difference says between the words of the page: in the reader's language, as raw text.
package struct RenderedDiffPhrases: Sendable {
    /// Stands before a block that came, read aloud only.
    package var inserted = ""
    /// Stands before a block that went, likewise.
    package var deleted = ""
    /// Stands where a block came from elsewhere; leads there.
    package var moved = ""
    /// Stands where a block was, with the beginning of its text; leads to where it is.
    package var movedAway: @Sendable (_ words: String) -> String = { $0 }
    /// Stands before a sentence that came from elsewhere, with the number of the move; leads there.
    package var sentenceHere: @Sendable (_ move: Int) -> String = { String($0) }
    /// Stands before a sentence at the place that it left, likewise.
    package var sentenceAway: @Sendable (_ move: Int) -> String = { String($0) }
    /// One block became several.
    package var split = ""
    /// Several blocks became one.
    package var joined = ""
    /// The same words look otherwise.
    package var formatted = ""
    /// The same words lead elsewhere: where they led and where they lead now, either may be empty.
    package var linked: @Sendable (_ old: String, _ new: String) -> String = { $0 + $1 }
    /// What became of a block besides its words; nil where that is nothing to say.
    package var structure: @Sendable (StructureChange) -> String? = { _ in nil }
    /// Stands for so many blocks that did not change.
    package var unchanged: @Sendable (_ count: Int) -> String = { String($0) }
    /// Leads to the change before.
    package var previous = ""
    /// Leads to the change after.
    package var next = ""

    package init() {}
}
