import Wording

/// The last page of a book: who wrote it, from what it was made.
package struct BookColophonView: TemplateView {
    /// Somebody who contributed.
    package struct Person: Sendable, Hashable {
        let name: String
        let share: Double?
        let edits: Int

        /// - Parameters:
        ///   - share: 0 to 1; nil where only edits are known.
        ///   - edits: how many revisions are theirs.
        package init(name: String, share: Double?, edits: Int) {
            self.name = name
            self.share = share
            self.edits = edits
        }
    }

    /// A chapter and those who wrote it.
    package struct Chapter: Sendable {
        let title: String
        let href: String
        let people: [Person]

        package init(title: String, href: String, people: [Person]) {
            self.title = title
            self.href = href
            self.people = people
        }
    }

    private let everybody: [Person]
    private let chapters: [Chapter]
    private let context: ViewContext

    package init(everybody: [Person], chapters: [Chapter], in context: ViewContext) {
        self.everybody = everybody
        self.chapters = chapters
        self.context = context
    }

    package var fields: [String: TemplateValue] {
        [
            "people": list(everybody),
            "chapters": .list(
                chapters.map {
                    .view(["chapter": .text(raw: $0.title), "href": .text(raw: $0.href), "writers": list($0.people)])
                }),
        ]
    }

    private func list(_ people: [Person]) -> TemplateValue {
        .list(
            people.map { person in
                let name = person.name.isEmpty ? context.words.text("person.unknown") : person.name
                let share = person.share.map { ShareText($0, in: context).text }
                let edits = context.words.text("book.edits", ["count": .number(person.edits)])
                return .view(["name": .text(raw: name), "share": .text(raw: share ?? (person.edits > 0 ? edits : nil))])
            })
    }
}
