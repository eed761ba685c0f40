import Git
import Presentation
import WikiCore

/// What the links of all chapters ask: which pages are in the book, where the others are, and the pictures.
final class BookLibrary {
    let snapshot: WikiSnapshot
    let pictures: BookPictures
    private let urls: SiteURL
    private let sections: [Int64: Int]
    private var redirects: [Int64: Int?] = [:]

    /// - Parameter sections: the numbers of the sections by their pages.
    init(snapshot: WikiSnapshot, urls: SiteURL, sections: [Int64: Int]) {
        self.snapshot = snapshot
        self.urls = urls
        self.sections = sections
        pictures = BookPictures(snapshot: snapshot)
    }

    /// The section that a page is, or to which it redirects.
    func section(of page: Page) -> Int? {
        if let section = sections[page.id] { return section }
        guard page.redirect != nil else { return nil }
        if let known = redirects[page.id] { return known }
        let end = try? BookRedirect.end(of: page, in: snapshot)
        let section = end.flatMap { sections[$0.id] }
        redirects[page.id] = section
        return section
    }

    /// A page's address on the web; nil where the wiki has none.
    func address(ofPage path: GitPath, anchor: String? = nil) -> String? {
        guard urls.origin != nil else { return nil }
        return urls.absolute(anchor.map { urls.page(path.bytes, anchor: $0) } ?? urls.page(path.bytes))
    }

    /// A file's address on the web; nil where the wiki has none.
    func address(of file: WikiFile) -> String? {
        guard urls.origin != nil else { return nil }
        return urls.absolute(file.file.relative(to: snapshot.layout.root).map { urls.file($0.bytes) } ?? urls.outside(file.file.bytes))
    }
}
