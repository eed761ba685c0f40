package import Markup
import Prose
import Wording

/// The difference of two revisions as a page that can be read, without the screen around it.
package struct RenderedDiffView: TemplateView {
    /// What a reader should know besides.
    package enum Note: String, Sendable, CaseIterable {
        /// Nothing that can be seen on the page differs.
        case nothing
        /// What the front matter says besides the title differs.
        case frontMatter
        /// Blocks that changed are shown old and new.
        case blocks
        /// The two have next to nothing in common, and stand one after the other.
        case whole
        /// The two are too large to be shown so.
        case tooLarge
    }

    /// Whether a formula is to be set.
    package let hasMath: Bool

    private let diff: RenderedDiff
    private let notes: [String]
    private let count: String?
    private let titles: (old: String, new: String)?
    private let language: String?

    /// - Parameters:
    ///   - old: the older document; nil where there was none.
    ///   - new: the newer one; nil where it was deleted.
    ///   - oldArticle: the first with its slots filled.
    ///   - newArticle: the second, likewise.
    package init(old: Document?, new: Document?, oldArticle: SafeHTML, newArticle: SafeHTML, in context: ViewContext) {
        diff = RenderedDiff(old: oldArticle, new: newArticle, phrases: RenderedDiffPhrases(in: context))
        hasMath = old?.hasMath ?? false || new?.hasMath ?? false
        language = (new ?? old)?.frontMatter.language
        titles = Self.titles(old, new)
        count = diff.changeCount > 0 ? context.words.text("renderedDiff.count", ["count": .number(diff.changeCount)]) : nil
        notes = Self.notes(diff, old, new, isRenamed: titles != nil).map { context.words.text("renderedDiff.note.\($0.rawValue)") }
    }

    /// Compared as bytes: two spellings of an accent are two titles.
    private static func titles(_ old: Document?, _ new: Document?) -> (old: String, new: String)? {
        guard let old, let new else { return nil }
        let (before, after) = (old.title ?? "", new.title ?? "")
        return before.utf8.elementsEqual(after.utf8) ? nil : (before, after)
    }

    private static func notes(_ diff: RenderedDiff, _ old: Document?, _ new: Document?, isRenamed: Bool) -> [Note] {
        var notes: [Note] = []
        let isOtherwise = old.map(said) != new.map(said) && old != nil && new != nil
        switch diff.detail {
        case .words: if diff.changeCount == 0, !isRenamed, !isOtherwise { notes.append(.nothing) }
        case .blocks: notes.append(.blocks)
        case .whole: notes.append(.whole)
        case .none: notes.append(.tooLarge)
        }
        if isOtherwise { notes.append(.frontMatter) }
        return notes
    }

    /// What a page says about itself, but for its title.
    private static func said(_ document: Document) -> FrontMatter {
        var matter = document.frontMatter
        matter.title = nil
        matter.byteCount = 0
        matter.format = .none
        return matter
    }

    package var fields: [String: TemplateValue] {
        [
            "notes": .list(notes.map { .view(["text": .text(raw: $0)]) }),
            "renamed": titles.map { .view(["before": .text(raw: $0.old), "after": .text(raw: $0.new)]) } ?? .absent,
            "count": .text(raw: count),
            "firstHref": .text(raw: count == nil ? nil : "#change.1"),
            "article": .html(diff.article),
            "before": diff.detail == .whole ? .html(diff.oldArticle) : .absent,
            "isShown": .flag(diff.detail != .none),
            "language": .text(raw: language),
        ]
    }
}
