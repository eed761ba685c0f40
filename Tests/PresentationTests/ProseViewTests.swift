import Markup
import Prose
import Testing

@testable import Presentation

/// What Prose computes arrives on the page whole.
struct ProseViewTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(arguments: [false, true]) func changedWordsAreMarked(isSplit: Bool) throws {
        let context = try SampleShelf.context()
        let diff = TextDiff(
            old: bytes("one\nA common <b> mistake is to wait.\n"), new: bytes("one\nA frequent <b> mistake is to wait.\nthree\n"))
        let view = FileChangeView(
            path: bytes("P"), title: "P", kind: .edited, body: DiffBodyView(diff, isSplit: isSplit, in: context), id: "0123456789",
            in: context)
        let commit = CommitView(
            id: "0123456789", message: "m", author: "a", seconds: 0, parents: [], pages: [view], canRevert: false, in: context)
        let page = try SampleShelf.theme().render(commit, in: LayoutView(siteName: "s", title: "t", in: context))
        #expect(page.contains("A <del>common</del> &lt;b&gt; mistake"))
        #expect(page.contains("A <ins>frequent</ins> &lt;b&gt; mistake"))
        #expect(page.contains(isSplit ? "diff-split" : "diff-unified"))
        #expect(page.contains(">three</"))
    }

    @Test func conflictsKnowTheirLine() throws {
        let merge = ThreeWayMerge(
            base: bytes("a\nb\nc\nd\ne\nf\ng\n"), current: bytes("a\nB1\nc\nd\ne\nF1\ng\n"), yours: bytes("a\nB2\nc\nd\ne\nF2\ng\n"))
        let merged = merge.markedText(current: "current", yours: "yours").split(separator: 10, omittingEmptySubsequences: false)
        let expected = merged.indices.filter { merged[$0].starts(with: bytes("<<<<<<<")) }.map { "Line \($0 + 1)" }
        #expect(expected.count == 2)
        let headings = ConflictPlace.places(of: merge, in: try SampleShelf.context()).map { place -> String in
            guard case .text(let heading)? = place.fields["heading"] else { return "" }
            return heading.string
        }
        #expect(headings == expected)
    }
}
