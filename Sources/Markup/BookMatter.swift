/// What a page says of the book that it describes, under `book:` in its front matter. Its list of links is the book's contents.
package struct BookMatter: Sendable, Equatable {
    /// The book's title; the page's own where it is nil.
    package var title: String?
    /// What stands below the title.
    package var subtitle: String?
    /// A BCP 47 language tag, checked for its form.
    package var language: String?
    /// The picture on the cover, named as a link of the page would name it.
    package var cover: String?
    /// The licence of the book where it differs from the wiki's.
    package var license: String?
    /// Those who lead the book, in order; all who contributed where there are none.
    package var authors: [String] = []
    /// Those who edited it as a whole, in order.
    package var editors: [String] = []
    /// What identifies the book, such as an ISBN or a UUID as `urn:…`.
    package var identifier: String?

    package init() {}
}
