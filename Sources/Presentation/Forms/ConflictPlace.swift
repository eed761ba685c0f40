import Wording

/// One place that both people changed.
package struct ConflictPlace: TemplateView {
    private let base: [UInt8]
    private let theirs: [UInt8]
    private let yours: [UInt8]
    private let heading: String

    /// - Parameters:
    ///   - line: where it stands in the merge to settle, counted from 1.
    ///   - base: the words before both changes.
    ///   - theirs: what the other person made of them.
    ///   - yours: what this person made of them.
    package init(line: Int, base: [UInt8], theirs: [UInt8], yours: [UInt8], in context: ViewContext) {
        self.base = base
        self.theirs = theirs
        self.yours = yours
        heading = context.words.text("conflict.place", ["line": .number(line)])
    }

    package var fields: [String: TemplateValue] {
        ["heading": .text(raw: heading), "base": .text(bytes: base), "theirs": .text(bytes: theirs), "yours": .text(bytes: yours)]
    }
}
