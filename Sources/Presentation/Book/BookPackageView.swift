import Wording

/// The package of an EPUB: what the book is, which files it has, in which order they are read.
package struct BookPackageView: TemplateView {
    /// A file of the book.
    package struct Item: Sendable, Hashable {
        let id: String
        let href: String
        let mediaType: String
        let properties: String?
        let isInSpine: Bool

        /// - Parameters:
        ///   - id: its name in the package.
        ///   - properties: such as `nav` or `cover-image`.
        ///   - isInSpine: whether it is read, in the order of the items.
        package init(id: String, href: String, mediaType: String, properties: String? = nil, isInSpine: Bool = false) {
            self.id = id
            self.href = href
            self.mediaType = mediaType
            self.properties = properties
            self.isInSpine = isInSpine
        }
    }

    private let book: BookView
    private let items: [Item]
    private let hasPictures: Bool

    /// - Parameter hasPictures: whether pictures stand in its text.
    package init(_ book: BookView, items: [Item], hasPictures: Bool) {
        self.book = book
        self.items = items
        self.hasPictures = hasPictures
    }

    package var fields: [String: TemplateValue] {
        book.fields.merging([
            "items": .list(
                items.map {
                    .view([
                        "id": .text(raw: $0.id), "href": .text(raw: $0.href), "mediaType": .text(raw: $0.mediaType),
                        "properties": .text(raw: $0.properties),
                    ])
                }),
            "spine": .list(items.filter(\.isInSpine).map { .view(["id": .text(raw: $0.id)]) }),
            "hasPictures": .flag(hasPictures),
        ]) { own, _ in own }
    }
}
