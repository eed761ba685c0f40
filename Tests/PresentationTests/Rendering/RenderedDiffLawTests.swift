import Markup
import TestSupport
import Testing

@testable import Presentation

/// What holds for any two articles.
struct RenderedDiffLawTests {
    private func diff(_ old: String, _ new: String, growth: Int = 4) -> RenderedDiff {
        RenderedDiff(old: SafeHTML(trusted: old), new: SafeHTML(trusted: new), phrases: .plain, growth: growth)
    }

    /// An article as its own reader sees it.
    private func letters(_ html: String) -> [Unicode.Scalar] { MarkedArticle(html).newText.letters }

    private func check(_ old: String, _ new: String, seed: UInt64) {
        let result = diff(old, new)
        guard result.detail != .whole else { return }
        let read = MarkedArticle(result.article.string)
        #expect(read.faults.isEmpty, "seed \(seed): \(read.faults)")
        #expect(Set(read.places).count == read.places.count, "seed \(seed): a place twice in \(read.places)")
        let wanted = Set(read.jumps.map { String($0.dropFirst()) })
        #expect(wanted.isSubset(of: Set(read.places)), "seed \(seed): \(wanted) lead nowhere")
        let texts: Comment = "seed \(seed)\n\(old)\n\(new)\n\(result.article.string)"
        #expect(read.newText.letters == letters(new), texts)
        // What moved stands where it is now, so the old text may come in another order.
        let (shown, wantedOld) = (read.oldText.letters, letters(old))
        let isMoved = read.places.contains { $0.hasPrefix("left.") }
        #expect(isMoved ? shown.sorted() == wantedOld.sorted() : shown == wantedOld, texts)
        #expect((result.changeCount > 0) == result.article.string.contains("id=\"change.1\""))
    }

    @Test func anyTwoArticlesGiveBothTextsBack() {
        for seed in 0..<300 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let old = RandomArticle(&random)
            let new = random.oneIn(6) ? RandomArticle(&random) : old.edited(&random)
            check(old.html, new.html, seed: seed)
        }
    }

    @Test func anArticleAndItselfDifferInNothing() {
        for seed in 1000..<1100 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let html = RandomArticle(&random).html
            let result = diff(html, html)
            #expect(result.changeCount == 0, "seed \(seed)")
            #expect(!result.article.string.contains("diff-"), "seed \(seed): \(result.article.string)")
        }
    }

    @Test func whatComesFromNothingIsInserted() {
        for seed in 2000..<2100 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let html = RandomArticle(&random).html
            check("", html, seed: seed)
            check(html, "", seed: seed)
        }
    }

    /// Every tag of the result stands in one of the articles, but for our own.
    @Test func noTagIsMadeUp() {
        for seed in 3000..<3100 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let old = RandomArticle(&random)
            let new = old.edited(&random)
            let known = Set((old.html + new.html).matches(of: #/<([a-z0-9]+)/#).map { String($0.1) })
            let own: Set<String> = ["ins", "del", "span", "a", "div", "p", "details", "summary", "b", "tr", "td"]
            for tag in diff(old.html, new.html).article.string.matches(of: #/<([a-z0-9]+)/#) {
                #expect(known.contains(String(tag.1)) || own.contains(String(tag.1)), "seed \(seed): \(tag.1)")
            }
        }
    }
}
