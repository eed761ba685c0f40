import Markup
import Prose
import TestSupport
import Testing

@testable import Presentation

/// Articles that somebody made to be slow, large or misread.
struct RenderedDiffBoundTests {
    private func diff(_ old: String, _ new: String, growth: Int = 4) -> RenderedDiff {
        RenderedDiff(old: SafeHTML(trusted: old), new: SafeHTML(trusted: new), phrases: .plain, growth: growth)
    }

    /// Elements so deep that every word would open and close them all again.
    private func deep(_ name: String, _ words: [String], odd: Bool) -> String {
        let tags = (0..<190).map { "<\(name) title=\"\($0)\(odd && $0 == 0 ? "x" : "")\">" }.joined()
        return tags + words.joined(separator: " ") + String(repeating: "</\(name)>", count: 190)
    }

    @Test func whatIsWrittenIsBoundedByWhatIsRead() {
        let old = "<p>" + deep("b", (0..<3000).map { $0 % 2 == 0 ? "same\($0)" : "old\($0)" }, odd: false) + "</p>"
        let new = "<p>" + deep("b", (0..<3000).map { $0 % 2 == 0 ? "same\($0)" : "new\($0)" }, odd: true) + "</p>"
        let result = diff(old, new)
        #expect(result.detail == .blocks)
        #expect(result.article.string.utf8.count <= 4 * (old.utf8.count + new.utf8.count) + 1 << 16)
        let read = MarkedArticle(result.article.string)
        #expect(read.faults.isEmpty)
        #expect(read.deleted.count == 1 && read.inserted.count == 1)
    }

    @Test func wherePartsOfBothTakeTurnsTooDeepBothStandWhole() {
        func quotes(_ mark: String) -> String {
            let open = String(repeating: "<blockquote>", count: 190)
            let items = (0..<600).map { "<div>" + ($0 % 2 == 0 ? "same\($0) words here stay" : "\(mark)\($0)") + "</div>" }.joined()
            return (mark == "old" ? "<p>" + open : open) + items + String(repeating: "</blockquote>", count: 190)
                + (mark == "old" ? "</p>" : "")
        }
        let (old, new) = (quotes("old"), quotes("new"))
        let result = diff(old, new, growth: 1)
        #expect(result.detail == .whole)
        #expect(result.article.string == new && result.oldArticle.string == old)
    }

    @Test func blocksAreToldWholeWithinTheSameLaws() {
        for seed in 0..<100 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let old = RandomArticle(&random)
            let new = old.edited(&random)
            guard let html = coarse(old.html, new.html) else { continue }
            let read = MarkedArticle(html)
            #expect(read.faults.isEmpty, "seed \(seed)")
            #expect(Set(read.places).count == read.places.count, "seed \(seed)")
            #expect(read.newText.letters == MarkedArticle(new.html).newText.letters, "seed \(seed)")
            #expect(read.oldText.letters.sorted() == MarkedArticle(old.html).newText.letters.sorted(), "seed \(seed)")
        }
    }

    private func coarse(_ old: String, _ new: String) -> String? {
        guard let one = ArticleTree(Array(old.utf8), nodeLimit: 10_000), let other = ArticleTree(Array(new.utf8), nodeLimit: 10_000)
        else { return nil }
        var symbols = ArticleSymbols()
        let (before, after) = (ArticleText(one, symbols: &symbols), ArticleText(other, symbols: &symbols))
        let edits = LeafEdits(ProseDiff(old: before.text, new: after.text), old: before, new: after, isCoarse: true).edits
        let writer = RenderedDiffWriter(old: before, new: after, edits: edits, phrases: .plain, limit: 1 << 30)
        return String(decoding: writer.output, as: UTF8.self)
    }

    @Test func moreTagsThanAPageMayHaveAreNotRead() {
        #expect(ArticleTree(Array("<p>a</p><p>b</p>".utf8), nodeLimit: 3) == nil)
        #expect(ArticleTree(Array("<p>a</p><p>b</p>".utf8), nodeLimit: 5) != nil)
    }

    /// What looks like our own marks in an author's text stays text, and what looks like an attribute stays a value.
    @Test func authorsCannotWriteOurMarks() {
        let old = "<p title=\"x\">plain words stay here</p>"
        let new = "<p title=\"a class=&quot;b&quot; id=&quot;c&quot;\">plain words stay &lt;ins class=&quot;diff-ins&quot;&gt; here</p>"
        let html = diff(old, new).article.string
        #expect(html.hasPrefix("<p class=\"diff-changed\" title=\"a class=&quot;b&quot; id=&quot;c&quot;\">"))
        #expect(html.contains("&lt;ins class=&quot;diff-ins&quot;&gt;"))
        #expect(html.matches(of: #/<ins /#).count == MarkedArticle(html).inserted.count)
        #expect(MarkedArticle(html).faults.isEmpty)
    }

    @Test func wordsInOurOwnLinesAreEscaped() {
        let long = "<p>Words that are told of when a block &lt;script&gt; moves &amp; goes elsewhere.</p>"
        let rest = (0..<4).map { "<p>Paragraph \($0) stays where it was, and says as much.</p>" }.joined()
        let html = diff(long + rest, rest + long).article.string
        #expect(html.contains("Moved: Words that are told of when a block &lt;script&gt; moves &amp; goes elsewhere."))
    }

    /// A private character that an author wrote is no picture.
    @Test func signsForThingsAreNotMistakenForAuthorsOwn() {
        let html = diff("<p>see \u{F0000} there</p>", "<p>see <img src=\"a.png\" alt=\"\"> there</p>").article.string
        #expect(html.contains("<del class=\"diff-del\">\u{F0000}</del><ins class=\"diff-ins\"><img src=\"a.png\" alt=\"\"></ins>"))
    }

    @Test func linksWithinLinksAreNotMade() {
        let block = "<a href=\"/x\"><p>A paragraph within a link that has words enough to move.</p></a>"
        let rest = (0..<4).map { "<p>Paragraph \($0) stays where it was, and says as much.</p>" }.joined()
        let html = diff(block + rest, rest + block).article.string
        #expect(html.contains("id=\"move.1\""))
        var depth = 0
        for tag in html.matches(of: #/<(\/?)a[ >]/#) {
            depth += tag.1.isEmpty ? 1 : -1
            #expect(depth <= 1)
        }
    }
}
