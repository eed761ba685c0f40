import Testing
import WikiCore

@testable import Presentation

/// The screen of authors shows every byte of the text once, in bounds, and what is asked of it.
struct AuthorsViewTests {
    private func html(_ choice: AuthorsChoice, of authors: String, _ touches: SentenceTouches? = nil) throws -> String {
        let context = try SampleShelf.context()
        let screens = SampleScreens(context: context)
        let view = AuthorsView(
            authors == "few" ? SampleAuthors.few() : SampleAuthors.crowd(), choice: choice, touches: touches,
            now: 1_795_000_000, in: context)
        return try SampleShelf.theme().page(view, in: screens.layout("Authors", tab: .authors))
    }

    @Test func theWholeTextIsShownPartByPart() throws {
        let authors = SampleAuthors.crowd()
        let parts = TextParts(authors)
        #expect(parts.ranges.count > 1)
        #expect(parts.ranges.first?.lowerBound == 0 && parts.ranges.last?.upperBound == authors.text.count)
        for (one, next) in zip(parts.ranges, parts.ranges.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
        for part in parts.ranges.indices {
            let pieces = parts.pieces(of: part)
            #expect(pieces.map(\.range.count).reduce(0, +) == parts.ranges[part].count)
            #expect(pieces.count <= TextParts.runLimit + 1 && parts.ranges[part].count <= TextParts.byteLimit)
        }
    }

    @Test(arguments: [
        ([("- ", 0), ("Bread", 1), ("\n- ", 0), ("Salt", 1)], ["- Bread\n- Salt 1"]),
        ([("Bread ", 1), ("and ", 2), ("- ", 0), ("salt", 2)], ["Bread  1", "and - salt 2"]),
        ([("Bread", 1), (".\n", 0), ("Salt", 2)], ["Bread.\n 1", "Salt 2"]),
        ([("Bread", 1), ("!", 0)], ["Bread! 1"]), ([("--", 0), ("\n", 1)], ["--\n 1"]), ([("a", 1), ("b", 2)], ["a 1", "b 2"]), ([], []),
    ])
    func signsGoWithWords(_ told: [(String, Int)], _ shown: [String]) {
        let authors = SampleAuthors.runs(told.map { (text: $0.0, change: $0.1) })
        let runs = authors.wordRuns
        #expect(runs.map { "\(String(decoding: authors.text[$0.range], as: UTF8.self)) \($0.change ?? -1)" } == shown)
    }

    @Test func aPartOfALongPageIsNoHeavyPage() throws {
        var choice = AuthorsChoice()
        choice.part = 1
        #expect(try html(choice, of: "crowd").utf8.count < 2_000_000)
    }

    @Test func peopleAreNamedWithoutColour() throws {
        let page = try html(AuthorsChoice(), of: "few")
        #expect(page.contains("<bdi class=\"quiet\">Grace Hopper: </bdi>"))
        #expect(page.contains("title=\"Grace Hopper, "))
        #expect(page.contains("<bdi class=\"quiet\">林 美咲 and Ada Lovelace: </bdi>"))
        #expect(page.contains("aria-hidden=\"true\">3+1</sup>"))
        #expect(page.contains("from the page Water"))
        #expect(page.contains("&lt;b&gt;Fresh&lt;/b&gt;"))
    }

    /// The script counts bytes in what is shown, where browsers drop the CR of a bare CR LF.
    @Test func lineEndsOfWindowsAreShownAsTheyAre() throws {
        let context = try SampleShelf.context()
        let authors = SampleAuthors.runs([("One line.\r\n", 0), ("Another <line>.\r\n", 1)])
        let view = AuthorsView(authors, choice: AuthorsChoice(), now: 1_795_000_000, in: context)
        let page = try SampleShelf.theme().page(view, in: SampleScreens(context: context).layout("Authors", tab: .authors))
        #expect(page.contains(">One line.&#13;\n</a>") && page.contains(">Another &lt;line&gt;.&#13;\n</a>"))
    }

    /// Whatever part is shown: no number that a reader could not look up.
    @Test func everyNumberStandsInTheLegend() throws {
        let authors = SampleAuthors.crowd(people: 700)
        for part in TextParts(authors).ranges.indices {
            var choice = AuthorsChoice()
            choice.part = part + 1
            let context = try SampleShelf.context()
            let view = AuthorsView(authors, choice: choice, now: 1_795_000_000, in: context)
            let page = try SampleShelf.theme().page(view, in: SampleScreens(context: context).layout("Authors", tab: .authors))
            let shown = page.matches(of: #/<sup class="who-number[^>]*>([0-9+]+)<\/sup>/#).flatMap { $0.1.split(separator: "+") }
            let listed = page.matches(of: #/<span class="who-number">([0-9]+)<\/span>/#).map(\.1)
            #expect(!shown.isEmpty && Set(shown).isSubset(of: Set(listed)), "part \(part)")
            #expect(listed.count <= AuthorsLegend.peopleLimit + TextParts.runLimit + 1)
        }
    }

    @Test func namesLeadToPeoplesPages() throws {
        let page = try html(AuthorsChoice(), of: "few")
        #expect(page.contains("<a href=\"/-/people/Grace%20Hopper\"><bdi>Grace Hopper</bdi></a></span></span> <a class=\"count\""))
        #expect(page.contains("<p class=\"revision-meta\"><span class=\"person"))
    }

    @Test func onePersonStandsOut() throws {
        var choice = AuthorsChoice()
        choice.who = "Grace Hopper"
        let page = try html(choice, of: "few")
        #expect(page.contains("is-lit") && page.contains("is-dim"))
        #expect(page.contains("aria-current=\"true\""))
        choice.who = "nobody"
        #expect(try !html(choice, of: "few").contains("is-dim"))
    }

    @Test(arguments: ["5-3", "x", "-1-5", "5", "1-2-3", "5-5"]) func whatIsNoRangeAsksAfterNothing(_ text: String) {
        #expect(AuthorsChoice.range(text) == nil)
    }

    @Test func aSentenceSaysWhoTouchedIt() throws {
        var choice = AuthorsChoice()
        choice.at = AuthorsChoice.range("30-40")
        let page = try html(choice, of: "few")
        #expect(page.contains("id=\"asked\"") && page.contains("In the same sentence"))
        #expect(!page.contains("words that are gone again") && !page.contains("longer ago"))
        let touched = try html(choice, of: "few", SampleAuthors.touches)
        #expect(touched.contains("words that are gone again") && touched.contains("Eve &lt;b&gt;") && touched.contains("longer ago"))
        #expect(!touched.contains("Begin"), "whose words stand is not said to be gone")
        choice.at = AuthorsChoice.range("900000-900001")
        #expect(try !html(choice, of: "few").contains("id=\"asked\""))
    }
}
