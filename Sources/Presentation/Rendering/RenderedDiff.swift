package import Markup
import Prose

/// Two articles as one, as it is read: what came stands in `ins`, what went in `del`, both of an own class and only around text
/// and things of a line; blocks that came, went, moved or became something else are marked as such and say so in words.
///
/// The articles are read as texts of blocks (`ArticleText`), compared by `ProseDiff`, and written along the structure of the new
/// one (`RenderedDiffWriter`, which tells why the result is safe and well-formed). This stands beside the templates because tags
/// within words cannot be made by one, and not in `Markup`, which knows of no differences. Nothing is sanitised again: that would
/// take our own classes, and the slots that are filled by then.
///
/// Costs the two articles and the budget of the difference. Where what is written grows beyond a few times their size, blocks are
/// told whole; where the texts have next to nothing in common, both are given one after the other.
package struct RenderedDiff: Sendable {
    /// How finely the difference is told.
    package enum Detail: Sendable, Hashable {
        /// By words.
        case words
        /// By blocks: old and new one after the other.
        case blocks
        /// Not at all: both articles as they are.
        case whole
        /// Not even that: too large, or no article of ours.
        case none
    }

    /// How finely it is told.
    package private(set) var detail = Detail.none
    /// The articles as one; with `whole` the new one.
    package private(set) var article = SafeHTML.empty
    /// With `whole` the old article, without the names of its places; else empty.
    package private(set) var oldArticle = SafeHTML.empty
    /// Runs of changes, each of which has a place `change.1`, `change.2`…
    package private(set) var changeCount = 0

    /// The most bytes of both articles.
    package static let sizeLimit = 8 << 20
    /// The most tags and texts of one.
    private static let nodeLimit = 1 << 20
    /// Articles of which less than one part in so many stayed have nothing to do with each other.
    private static let leastKept = 20
    /// Shorter texts, in bytes, are told by words in any case.
    private static let shortText = 2000

    /// - Parameters:
    ///   - old: a sanitised article with its slots filled; empty where there was none.
    ///   - new: likewise.
    ///   - growth: how many times the size of both what is written may have.
    package init(
        old: SafeHTML, new: SafeHTML, phrases: RenderedDiffPhrases, budget: Int = ProseDiff.defaultBudget, growth: Int = 4
    ) {
        let (one, other) = (Array(old.string.utf8), Array(new.string.utf8))
        guard one.count + other.count <= Self.sizeLimit, let oldTree = ArticleTree(one, nodeLimit: Self.nodeLimit),
            let newTree = ArticleTree(other, nodeLimit: Self.nodeLimit)
        else { return }
        var symbols = ArticleSymbols()
        let before = ArticleText(oldTree, symbols: &symbols)
        let after = ArticleText(newTree, symbols: &symbols)
        let diff = ProseDiff(old: before.text, new: after.text, budget: budget)
        let limit = growth * (one.count + other.count) + 1 << 16
        if !symbols.isFull, !Self.isUnlike(diff) {
            if write(diff, before, after, phrases, limit, .words) { return }
            if write(diff, before, after, phrases, limit, .blocks) { return }
        }
        detail = .whole
        article = new
        oldArticle = WholeArticle(oldTree).withoutPlaces
    }

    private mutating func write(
        _ diff: ProseDiff, _ old: ArticleText, _ new: ArticleText, _ phrases: RenderedDiffPhrases, _ limit: Int, _ detail: Detail
    ) -> Bool {
        let edits = LeafEdits(diff, old: old, new: new, isCoarse: detail == .blocks).edits
        let writer = RenderedDiffWriter(old: old, new: new, edits: edits, phrases: phrases, limit: limit)
        guard !writer.isOverLimit else { return false }
        let folding = DiffFolding(writer.chunks, output: writer.output, phrases: phrases)
        self.detail = detail
        changeCount = writer.changeCount
        article = SafeHTML(trusted: String(decoding: folding.html, as: UTF8.self))
        return true
    }

    private static func isUnlike(_ diff: ProseDiff) -> Bool {
        let least = min(diff.old.text.count, diff.new.text.count)
        guard least > shortText else { return false }
        let kept = diff.changes.reduce(0) { sum, change in
            sum + change.pieces.reduce(0) { $0 + ($1.kind == .equal ? $1.newRange.count : 0) }
        }
        return kept * leastKept < least
    }
}
