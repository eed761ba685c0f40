import Presentation

/// Writes a book as an EPUB.
///
/// Source of the form: EPUB 3.3 (W3C), and its Open Container Format: the archive begins with `mimetype`, stored.
struct EPUBWriter {
    private let parts: BookParts
    private let theme: Theme
    private let folder = "EPUB/"

    init(_ parts: BookParts, theme: Theme) {
        self.parts = parts
        self.theme = theme
    }

    /// The file.
    func bytes() throws(BookError) -> [UInt8] {
        let date = CivilDate(seconds: parts.seconds)
        var archive = ZipArchive(
            year: date.year, month: date.month, day: date.day, hour: date.hour, minute: date.minute, second: date.second)
        archive.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
        archive.add("META-INF/container.xml", try render("book-container", parts.book))
        let hasPictures = parts.pictures.count > 1 || parts.pictures.first?.name != "cover.svg"
        archive.add(folder + "package.opf", try render("book-package", BookPackageView(parts.book, items: items, hasPictures: hasPictures)))
        let contents = parts.contents(href: Self.file)
        let start = parts.sections.first.map(Self.file) ?? "colophon.xhtml"
        try add(.cover(Self.picture(parts.pictures[parts.cover]), of: parts.book), "cover.xhtml", to: &archive)
        try add(.title(of: parts.book), "title.xhtml", to: &archive)
        try add(.contents(contents, start: start, of: parts.book), "nav.xhtml", to: &archive)
        try add(.oldContents(contents, of: parts.book), "toc.ncx", to: &archive)
        for (number, section) in parts.sections.enumerated() {
            let view = parts.view(of: section, article: article(number))
            try add(.section(view, of: parts.book), Self.file(section), to: &archive)
        }
        try add(.colophon(parts.colophon(href: Self.file), of: parts.book), "colophon.xhtml", to: &archive)
        archive.add(folder + "book.css", theme.asset("book.css")?.bytes ?? [])
        for picture in parts.pictures { archive.add(folder + Self.picture(picture), picture.bytes, isStored: picture.kind != .svg) }
        return try archive.bytes()
    }

    private var items: [BookPackageView.Item] {
        func page(_ id: String, _ href: String, _ properties: String? = nil) -> BookPackageView.Item {
            BookPackageView.Item(id: id, href: href, mediaType: "application/xhtml+xml", properties: properties, isInSpine: true)
        }
        var items = [page("cover", "cover.xhtml"), page("title", "title.xhtml"), page("nav", "nav.xhtml", "nav")]
        items += parts.sections.map { page($0.name, Self.file($0)) }
        items.append(page("colophon", "colophon.xhtml"))
        items += parts.pictures.enumerated().map { number, picture in
            BookPackageView.Item(
                id: "picture-\(number + 1)", href: Self.picture(picture), mediaType: picture.kind.mediaType,
                properties: number == parts.cover ? "cover-image" : nil)
        }
        return items
    }

    private func article(_ number: Int) -> [UInt8] {
        parts.sections[number].text.written { target in
            guard let (section, place) = parts.place(target, from: number) else { return nil }
            let file = section == number && place != nil ? "" : Self.file(parts.sections[section])
            return file + (place.map { "#\($0)" } ?? "")
        } source: { picture in
            parts.pictures.indices.contains(picture) ? Self.picture(parts.pictures[picture]) : nil
        }
    }

    private static func file(_ section: BookSection) -> String { section.name + ".xhtml" }

    private static func picture(_ picture: BookPicture) -> String { "pictures/" + picture.name }

    private func add(_ page: BookPageView, _ name: String, to archive: inout ZipArchive) throws(BookError) {
        archive.add(folder + name, try render(page.template, page))
    }

    private func render(_ template: String, _ view: some TemplateView) throws(BookError) -> [UInt8] {
        do {
            return try theme.renderDocument(template, view, words: parts.book.context.words)
        } catch {
            throw .theme(error)
        }
    }
}
