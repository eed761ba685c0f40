import Markup
import Prose
import TestSupport
import Testing

@testable import Presentation

/// Sentences that moved, as the page reads.
struct RenderedSentenceTests {
    private func article(_ old: String, _ new: String) -> RenderedDiff {
        RenderedDiff(old: SafeHTML(trusted: old), new: SafeHTML(trusted: new), phrases: .plain)
    }

    private let sentence = "It is easy to run the server at home."

    @Test func aMovedSentenceLeadsBothWays() {
        let html = article(
            "<p>One begins here. \(sentence) More of one.</p><p>Two begins here.</p>",
            "<p>One begins here. More of one.</p><p>Two begins here. \(sentence)</p>"
        ).article.string
        #expect(
            html.contains(
                "<a class=\"diff-note\" id=\"left.1\" href=\"#move.1\">away 1</a> <del class=\"diff-del diff-moved-text\">\(sentence) </del>"
            ))
        #expect(
            html.contains(
                "<a class=\"diff-note\" id=\"move.1\" href=\"#left.1\">here 1</a> <ins class=\"diff-ins diff-moved-text\"> \(sentence)</ins>"
            ))
        let read = MarkedArticle(html)
        #expect(read.faults.isEmpty && read.inserted.count == 1 && read.deleted.count == 1)
    }

    @Test func theWayToTheOtherEndStandsInNoLink() {
        let linked = "It is <em><a href=\"/x\">easy to run the server</a></em> at home."
        let html = article(
            "<p><a href=\"/y\">One begins here. </a>\(linked) More of one.</p><p>Two begins here.</p>",
            "<p><a href=\"/y\">One begins here. </a>More of one.</p><p>Two begins <a href=\"/z\">here.</a> \(linked)</p>"
        ).article.string
        #expect(MarkedArticle(html).faults.isEmpty)
        #expect(html.contains("<em><a href=\"/x\"><ins class=\"diff-ins diff-moved-text\">easy to run the server</ins></a></em>"))
        #expect(html.matches(of: #/<a [^>]*id="(move|left)\.1"/#).count == 2)
        var depth = 0
        for tag in html.matches(of: #/<(\/?)a[ >]/#) {
            depth += tag.1.isEmpty ? 1 : -1
            #expect(depth <= 1)
        }
    }

    @Test func aBlockOfNothingElseDoesNotSayThatItCameOrWent() {
        let html = article(
            "<p>One begins here. \(sentence) More of one.</p><ul><li>An item that stays.</li></ul>",
            "<p>One begins here. More of one.</p><ul><li>An item that stays.</li><li>\(sentence)</li></ul>"
        ).article.string
        #expect(html.contains("<li class=\"diff-inserted\"><span class=\"diff-place\" id=\"change.2\">"))
        #expect(!html.contains("Inserted:"))
    }

    /// Told by words or by blocks, where a paragraph that a sentence left is told whole and the item that it became is not.
    @Test func noEndIsAlone() {
        var told = (words: 0, blocks: 0)
        for seed in 0..<150 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let pool = (0..<12).map { "Alpha\($0) beta\($0) gamma\($0) delta\($0) and epsilon\($0)." }
            let (old, new) = (page(pool, &random), page(pool, &random))
            guard let one = ArticleTree(Array(old.utf8), nodeLimit: 999), let other = ArticleTree(Array(new.utf8), nodeLimit: 999) else {
                continue
            }
            var symbols = ArticleSymbols()
            let (before, after) = (ArticleText(one, symbols: &symbols), ArticleText(other, symbols: &symbols))
            for isCoarse in [false, true] {
                let edits = LeafEdits(ProseDiff(old: before.text, new: after.text), old: before, new: after, isCoarse: isCoarse).edits
                let writer = RenderedDiffWriter(old: before, new: after, edits: edits, phrases: .plain, limit: 1 << 30)
                let read = MarkedArticle(String(decoding: writer.output, as: UTF8.self))
                if isCoarse { told.blocks += writer.sentenceEnds.count } else { told.words += writer.sentenceEnds.count }
                #expect(read.faults.isEmpty && Set(read.places).count == read.places.count, "seed \(seed)")
                #expect(Set(read.jumps.map { String($0.dropFirst()) }).isSubset(of: Set(read.places)), "seed \(seed)")
                #expect(read.newText.letters == MarkedArticle(new).newText.letters, "seed \(seed)")
                #expect(read.oldText.letters.sorted() == MarkedArticle(old).newText.letters.sorted(), "seed \(seed)")
            }
        }
        #expect(told.words > 100 && told.blocks > 10, "\(told)")
    }

    /// Some of the sentences in blocks of all sorts.
    private func page(_ pool: [String], _ random: inout SeededGenerator) -> String {
        let sentences = pool.filter { _ in !random.oneIn(4) }.shuffled(using: &random)
        var html = ""
        for (index, sentence) in sentences.enumerated() {
            let follows = index > 0 && !random.oneIn(4) && html.hasSuffix("</p>")
            if follows {
                html = String(html.dropLast(4)) + " " + sentence + "</p>"
            } else if random.oneIn(6) {
                html += "<table><tbody><tr><td>\(sentence)</td><td>b</td></tr></tbody></table>"
            } else if random.oneIn(6) {
                html += "<ul><li>\(sentence)<ol><li>inner</li></ol></li></ul>"
            } else {
                html += "<p>\(sentence)</p>"
            }
        }
        return html
    }
}
