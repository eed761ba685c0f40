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
        for seed in 0..<200 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let old = RandomArticle(&random)
            let new = random.oneIn(6) ? RandomArticle(&random) : old.edited(&random)
            check(old.html, new.html, seed: seed)
        }
    }

    @Test func anArticleAndItselfDifferInNothing() {
        for seed in 1000..<1060 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let html = RandomArticle(&random).html
            let result = diff(html, html)
            #expect(result.changeCount == 0, "seed \(seed)")
            #expect(!result.article.string.contains("diff-"), "seed \(seed): \(result.article.string)")
        }
    }

    @Test func whatComesFromNothingIsInserted() {
        for seed in 2000..<2060 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let html = RandomArticle(&random).html
            check("", html, seed: seed)
            check(html, "", seed: seed)
        }
    }

    /// Every tag of the result stands in one of the articles, but for its place, its class of ours and what opens it; or is our own.
    @Test func noTagIsMadeUp() {
        for seed in 3000..<3060 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let old = RandomArticle(&random)
            let new = old.edited(&random)
            var known = Set(tags(old.html + new.html) + ["</a>"])
            known.formUnion(["ins", "del", "span", "div", "p", "td", "tr", "details", "summary", "b"].flatMap { ["<\($0)>", "</\($0)>"] })
            for tag in tags(diff(old.html, new.html).article.string)
            where !tag.contains(#/^<(a href="#(move|left|change)\.\d+"|td colspan="\d+")>$/#) {
                #expect(known.contains(tag), "seed \(seed): \(tag)")
            }
        }
    }

    private func tags(_ html: String) -> [String] {
        html.matches(of: /<[^>]*>/).map { match in
            String(match.0).replacing(#/ (id|start|value)="[^"]*"/#, with: "").replacing(#/(quiet )?(diff|change)-[a-z-]+ ?/#, with: "")
                .replacing(
                    " class=\"\"", with: ""
                )
                .replacing(" open>", with: ">")
        }
    }
}
