import Wording

/// What every part of a book shows of it: its names, people and origin.
package struct BookView: TemplateView {
    /// Addresses, and words in the book's language.
    package let context: ViewContext
    /// What the book is called.
    package let title: String
    /// The book's language; that of the words may be another.
    package let language: String
    /// What stands below the title.
    package var subtitle: String?
    /// Those on the title page.
    package var authors: [String] = []
    /// Others who are named in its package.
    package var contributors: [String] = []
    /// Those who edited it as a whole.
    package var editors: [String] = []
    /// The licence and its address.
    package var license: LicenseView?
    /// The wiki's name.
    package let siteName: String
    /// The wiki's address, where it is known.
    package var siteHref: String?
    /// The commit that the book was made from: its id, and when it was made in seconds since 1970.
    package let commit: String
    package let seconds: Int
    /// What identifies the book.
    package let identifier: String

    package init(
        title: String, language: String, siteName: String, commit: String, seconds: Int, identifier: String, in context: ViewContext
    ) {
        self.title = title
        self.language = language
        self.siteName = siteName
        self.commit = commit
        self.seconds = seconds
        self.identifier = identifier
        self.context = context
    }

    package var fields: [String: TemplateValue] {
        let civil = CivilDate(seconds: min(max(seconds, 0), 253_402_300_799))
        let moment = Moment(seconds: seconds, in: context)
        return [
            "language": .text(raw: language),
            "wordsLanguage": .text(raw: context.words.language),
            "title": .text(raw: title),
            "subtitle": .text(raw: subtitle),
            "authors": people(authors, "author"),
            "contributors": people(contributors, "contributor"),
            "editors": people(editors, "editor"),
            "editedBy": .text(raw: editors.isEmpty ? nil : said("book.editedBy", ["names": list(editors)])),
            "byline": .text(raw: authors.isEmpty ? nil : authors.joined(separator: context.words.text("book.separator"))),
            "license": .view(license),
            "siteName": .text(raw: siteName),
            "siteHref": .text(raw: siteHref),
            "origin": .text(raw: said("book.origin", ["site": siteName, "date": moment.date])),
            "commit": .text(raw: commit),
            "commitHref": .text(raw: context.urls.origin.map { _ in context.urls.absolute(context.urls.commit(commit)) }),
            "day": .text(raw: civil.isoDay),
            "date": .text(raw: moment.date),
            "modified": .text(raw: civil.iso),
            "identifier": .text(raw: identifier),
        ]
    }

    private func people(_ names: [String], _ kind: String) -> TemplateValue {
        .list(names.enumerated().map { .view(["name": .text(raw: $1), "id": .text(raw: "\(kind)-\($0 + 1)"), "place": .number($0 + 1)]) })
    }

    private func list(_ names: [String]) -> String { names.joined(separator: context.words.text("book.separator")) }

    private func said(_ key: String, _ values: [String: String]) -> String {
        context.words.text(key, values.mapValues { .text($0) })
    }
}
