package import Markup
package import WikiCore

/// What a book will hold: its contents in order, and what is known of it as a whole.
package struct BookPlan: Sendable {
    /// A line of the contents.
    package struct Entry: Sendable, Hashable {
        /// What it is called in the book.
        package let title: String
        /// How deep it stands, from 0; at the most one deeper than the line before.
        package let depth: Int
        /// The chapter; nil for the heading of a part.
        package let page: Page?
    }

    /// What the book's page says of it.
    package let matter: BookMatter
    /// The book's page; nil for a book of given pages.
    package let page: Page?
    /// What the book is called.
    package let title: String
    /// Its language, a BCP 47 tag.
    package let language: String
    /// The contents in order, each page once.
    package let entries: [Entry]
    /// What is left out, or otherwise than the page says.
    package let problems: [BookProblem]

    /// The chapters in order.
    package var chapters: [Page] { entries.compactMap(\.page) }

    /// Reads the contents of a book. Blocking; cost: the book's page, and a lookup for each entry.
    /// - Throws: `BookError` where there is no book.
    package init(_ source: BookSource, in snapshot: WikiSnapshot) throws {
        var planner = BookPlanner(snapshot: snapshot)
        let site = snapshot.configuration.site
        if case .pages(let paths) = source {
            for path in paths { try planner.add(path) }
            page = nil
            matter = BookMatter()
            (title, language) = (site.name, site.language)
        } else {
            let found = try planner.bookPage(source)
            let document = try snapshot.index.document(found.blob) ?? Document()
            matter = document.frontMatter.book ?? BookMatter()
            page = found
            title = matter.title ?? found.title
            language = matter.language ?? found.language ?? site.language
            try planner.add(BookOutline(document), of: found)
        }
        entries = planner.finished()
        problems = planner.problems
        guard entries.contains(where: { $0.page != nil }) else { throw BookError.noChapters }
    }
}
