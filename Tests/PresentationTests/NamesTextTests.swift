import Testing

@testable import Presentation

/// People in a row: few by name, the others by number.
struct NamesTextTests {
    private static let names = ["Hal", "Ida <b>", "Kim", "Lea", "Mo"]

    @Test(arguments: [
        (0, "Unknown"), (1, "Hal"), (2, "Hal and Ida <b>"), (3, "Hal, Ida <b> and Kim"), (4, "Hal, Ida <b>, Kim and 1 more"),
        (5, "Hal, Ida <b>, Kim and 2 more"),
    ])
    func textNamesThree(_ count: Int, _ text: String) throws {
        #expect(NamesText(Array(Self.names.prefix(count)), in: try SampleShelf.words("en")).text == text)
    }

    @Test func sentencesNameThemWithTheirPages() throws {
        let context = try SampleShelf.context("de")
        let people = Self.names.prefix(4).map { NamedPerson($0, href: $0 == "Hal" ? "/-/people/Hal" : nil) }
        let line = RevisionLine(
            id: SampleText.id, path: Array("P".utf8), author: people[0].name, authorHref: people[0].href, others: Array(people.dropFirst()),
            seconds: 0, summary: "s", in: context)
        let page = try SampleShelf.theme().page(
            RecentView(lines: [line], in: context), in: LayoutView(siteName: "s", title: "t", in: context))
        #expect(page.contains("<a href=\"/-/people/Hal\"><bdi>Hal</bdi></a></span>, <span class=\"person"))
        #expect(page.contains("<bdi>Ida &lt;b&gt;</bdi></span>, <span class=\"person") && page.contains("</span> und 1 mehr"))
        #expect(!page.contains("Lea"))
    }
}
