import Prose
import Wording

/// One place that both people changed: what stood there, and what either made of it, with the words that differ marked.
package struct ConflictPlace: TemplateView {
    private let base: TemplateValue
    private let theirs: TemplateValue
    private let yours: TemplateValue
    private let heading: String

    /// Longer texts are shown without marks, in bytes.
    private static let longest = 64 << 10
    /// Operations for the words of one side.
    private static let budget = 400_000

    /// - Parameters:
    ///   - line: where it stands in the merge to settle, counted from 1.
    ///   - base: the words before both changes.
    ///   - theirs: what the other person made of them.
    ///   - yours: what this person made of them.
    ///   - isMarked: marks the words that either side took away or brought.
    package init(line: Int, base: [UInt8], theirs: [UInt8], yours: [UInt8], isMarked: Bool = true, in context: ViewContext) {
        func marked(_ text: [UInt8]) -> TemplateValue {
            guard isMarked, !base.isEmpty, !text.isEmpty, max(base.count, text.count) <= Self.longest else {
                return MarkedParts.plain(text)
            }
            return MarkedParts(ProseDiff(old: base, new: text, budget: Self.budget)).values(whole: nil, context.words)
        }
        self.base = MarkedParts.plain(base)
        self.theirs = marked(theirs)
        self.yours = marked(yours)
        heading = context.words.text("conflict.place", ["line": .number(line)])
    }

    package var fields: [String: TemplateValue] {
        [
            "heading": .text(raw: heading), "base": .view(["parts": base]), "theirs": .view(["parts": theirs]),
            "yours": .view(["parts": yours]),
        ]
    }
}
