import Presentation

/// All pages of a site as JSON: an array with an object a page, in the order given, each on a line of its own, so that two
/// catalogues can be compared. Linear.
package struct PageCatalogue: Sendable {
    /// `index.json`.
    package let file: ExportFile

    /// - Parameter language: that of pages that name none.
    package init(_ pages: [ListedPage], language: String) {
        var bytes = Array("[".utf8)
        for (index, page) in pages.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            bytes += Self.object(page, language).bytes
        }
        file = ExportFile(path: "index.json", bytes: bytes + Array("\n]\n".utf8))
    }

    private static func object(_ page: ListedPage, _ language: String) -> JSONObjectWriter {
        var object = JSONObjectWriter()
        object.add("path", String(decoding: page.path, as: UTF8.self))
        object.add("title", page.title)
        object.add("description", page.description)
        object.add("url", page.address)
        object.add("markdown", page.markdown)
        object.add("updated", page.updated.map { CivilDate(seconds: $0).iso })
        object.add("language", page.language ?? language)
        object.add("words", page.words)
        object.add("tags", texts: page.tags)
        object.add("contributors", objects: page.contributors.map(contributor))
        return object
    }

    private static func contributor(_ contributor: ListedPage.Contributor) -> JSONObjectWriter {
        var object = JSONObjectWriter()
        object.add("name", contributor.name)
        object.add("share", part: contributor.share)
        return object
    }
}
