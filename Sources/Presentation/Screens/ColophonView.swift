import Wording

/// The last page of a site, as of a book: who wrote it, what it was made from, under which licence, and how to cite it.
package struct ColophonView: Screen {
    package static let template = "colophon"

    /// The most contributors that are named.
    package static let contributorLimit = 500
    /// How many of them a citation names.
    private static let citedLimit = 3

    /// Somebody who wrote on the site.
    package struct Contributor: Sendable, Hashable {
        /// As the history gives it.
        package let name: String
        /// The person's page, where the site has one.
        package let href: String?

        package init(name: String, href: String? = nil) {
            self.name = name
            self.href = href
        }
    }

    private let own: [String: TemplateValue]
    private let people: [PersonView]

    /// - Parameters:
    ///   - source: the commit that the site was made from.
    ///   - address: the site's, with scheme and host; nil where it is not known.
    ///   - contributors: those who wrote most first; of more than `contributorLimit` the rest is counted.
    ///   - count: how many there are in all, where not all are given.
    ///   - program: the version of the program that made the site.
    package init(
        siteName: String, description: String? = nil, license: LicenseView? = nil, source: RevisionBrief, pages: Int, words: Int,
        contributors: [Contributor], count: Int? = nil, program: String, address: String? = nil, in context: ViewContext
    ) {
        let book = context.words
        let named = contributors.prefix(Self.contributorLimit)
        let more = max(count ?? 0, contributors.count) - named.count
        people = named.map { PersonView(name: $0.name, href: $0.href, in: context) }
        let moment = Moment(seconds: source.seconds, in: context)
        let id = String(source.id.prefix(12))
        own = [
            "siteName": .text(raw: siteName),
            "description": .text(raw: description),
            "license": .view(license),
            "pages": .text(raw: book.text("folder.pages", ["count": .number(pages)])),
            "words": .text(raw: book.text("colophon.words", ["count": .number(words)])),
            "source": .view(SentenceView("colophon.source", ["id": .code(id), "time": .date(moment)], in: context)),
            "hasPeople": .flag(!named.isEmpty),
            "more": .text(raw: more > 0 ? book.text("page.moreContributors", ["count": .number(more)]) : nil),
            "program": .text(raw: book.text("colophon.program", ["version": .text(program)])),
            "citation": .text(
                raw: Self.citation(
                    siteName, contributors, max(count ?? 0, contributors.count), id: id, date: moment.date, address: address, book)),
        ]
    }

    package var styles: [String] { ["site.css"] }

    package var fields: [String: TemplateValue] { own.merging(["people": .views(people)]) { own, _ in own } }

    private static func citation(
        _ siteName: String, _ contributors: [Contributor], _ count: Int, id: String, date: String, address: String?, _ book: Phrasebook
    ) -> String {
        let cited = contributors.prefix(citedLimit).map { $0.name.isEmpty ? book.text("person.unknown") : $0.name }
        let names = cited.joined(separator: book.text("summary.separator"))
        let rest = count - cited.count
        let authors = rest > 0 ? book.text("colophon.authorsAndMore", ["names": .text(names), "count": .number(rest)]) : names
        let work = book.text("colophon.work", ["site": .text(siteName), "id": .text(id), "date": .text(date)])
        return [authors.isEmpty ? nil : book.text("colophon.by", ["authors": .text(authors)]), work, address]
            .compactMap { $0 }.joined(separator: " ")
    }
}
