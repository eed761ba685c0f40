import Markup
import Prose
import Testing

@testable import Presentation

/// What Prose computes arrives on the page whole.
struct ProseViewTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

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

    @Test func conflictsMarkWhatEitherMadeOfTheWords() throws {
        let place = ConflictPlace(
            line: 1, base: bytes("The red apple fell <down>.\n"), theirs: bytes("The green apple fell <down>.\n"), yours: bytes("Gone.\n"),
            in: try SampleShelf.context())
        let screen = ConflictView(
            path: bytes("P"), title: "P", base: [], theirs: [], yours: [], merged: [], places: [place], tip: "0123456789", theirAuthor: "a",
            theirSeconds: 0, save: SampleScreens(context: try SampleShelf.context()).save(), in: try SampleShelf.context())
        let page = try SampleShelf.theme().page(screen, in: LayoutView(siteName: "s", title: "t", in: try SampleShelf.context()))
        #expect(page.contains(">The red apple fell &lt;down&gt;."))
        #expect(page.contains("The <del>red</del><ins>green</ins> apple fell &lt;down&gt;."))
        #expect(page.contains("<ins>Gone."))
    }
}
