import Markup
import Testing

@testable import Presentation

/// Whoever pushed another's work is named beside it, and what nobody has confirmed says so.
struct PushedLineTests {
    private func line(pusher: String?, marks: Set<RevisionLine.Mark> = []) throws -> String {
        let context = try SampleShelf.context()
        let line = RevisionLine(
            id: SampleText.id, path: Array("P".utf8), author: "Ada", pusher: pusher, seconds: 0, summary: "s", marks: marks, in: context)
        return try SampleShelf.theme().page(
            RecentView(lines: [line], in: context), in: LayoutView(siteName: "s", title: "t", in: context))
    }

    @Test func thePusherIsNamed() throws {
        let page = try line(pusher: "Grace <b>", marks: [.unconfirmed])
        #expect(page.contains("pushed by <span class=\"person"))
        #expect(page.contains("<bdi>Grace &lt;b&gt;</bdi>"))
        #expect(page.contains("<span class=\"mark\">unconfirmed</span>"))
    }

    @Test func anAuthorWhoPushedIsNotNamedTwice() throws {
        let page = try line(pusher: nil)
        #expect(!page.contains("pushed by") && !page.contains("unconfirmed"))
    }

    @Test func feedsSayItInWords() throws {
        let context = try SampleShelf.context()
        func summary(_ pusher: String?, _ isUnconfirmed: Bool) -> String {
            let entry = FeedEntry(
                id: SampleText.id, path: [], title: "t", author: "a", pusher: pusher, isUnconfirmed: isUnconfirmed, seconds: 0,
                summary: "s", in: context)
            guard case .text(let text)? = entry.fields["summary"] else { return "" }
            return text.string
        }
        #expect(summary(nil, false) == "s")
        #expect(summary("Grace", false) == "s (pushed by Grace)")
        #expect(summary("Grace", true) == "s (pushed by Grace, unconfirmed)")
    }
}
