import Markup
import Presentation
import WikiCore

/// All that a book consists of, before it takes a form.
struct BookParts {
    /// What is known of it as a whole.
    let book: BookView
    /// Chapters and headings of parts, in order.
    let sections: [BookSection]
    /// Who wrote the chapters.
    let credits: BookCredits
    /// The pictures by their numbers.
    let pictures: [BookPicture]
    /// The number of the cover's picture.
    let cover: Int
    /// When the commit was made, in seconds since 1970.
    let seconds: Int
    /// How many words the chapters have.
    let words: Int
    /// What was left out.
    let problems: [BookProblem]

    /// The contents, each line leading to what `href` says of a section.
    func contents(href: (BookSection) -> String) -> BookContentsView {
        BookContentsView(sections.map { BookContentsView.Entry(title: $0.title, href: href($0), depth: $0.depth) })
    }

    /// The colophon.
    func colophon(href: (BookSection) -> String) -> BookColophonView {
        func person(_ person: BookCredits.Person) -> BookColophonView.Person {
            BookColophonView.Person(name: person.name, share: person.share, edits: person.edits)
        }
        let chapters = zip(sections.filter { $0.page != nil }, credits.chapters).map { section, people in
            BookColophonView.Chapter(title: section.title, href: href(section), people: people.map(person))
        }
        return BookColophonView(everybody: credits.everybody.map(person), chapters: chapters, in: book.context)
    }

    /// The view of a section, whose language is told where it is not the book's.
    func view(of section: BookSection, article: [UInt8]) -> BookSectionView {
        let own = section.page?.language
        let isOther = own.map { $0.lowercased() != book.language.lowercased() } ?? false
        return BookSectionView(
            name: section.name, title: section.title, language: isOther ? own : nil,
            html: section.page == nil ? nil : SafeHTML(trusted: String(decoding: article, as: UTF8.self)))
    }

    /// The name of a place in a section that a link leads to; nil where it has none of that name.
    func place(_ target: BookText.Target, from section: Int) -> (section: Int, place: String?)? {
        let number = target.section ?? section
        guard sections.indices.contains(number) else { return nil }
        let place = target.fragment.flatMap { sections[number].text.places.name(of: $0, scope: target.scope) }
        // A link to nowhere on its own page leads nowhere; one to another chapter still leads there.
        return target.section == nil && place == nil ? nil : (number, place)
    }
}
