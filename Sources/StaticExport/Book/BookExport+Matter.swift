import Git
import Markup
import Presentation
import WikiCore
import Wording

extension BookExport {
    /// The most people whom a package names; the colophon names all.
    private static let packageLimit = 200

    /// What is known of the book as a whole.
    func view(commit: CommitRecord, credits: BookCredits) -> BookView {
        let context = ViewContext(urls: urls, words: words)
        let site = snapshot.configuration.site
        var book = BookView(
            title: plan.title, language: plan.language, siteName: site.name, commit: commit.id.hex, seconds: Int(commit.time),
            identifier: plan.matter.identifier ?? identifier, in: context)
        let everybody = credits.everybody.prefix(Self.packageLimit).map(\.name).filter { !$0.isEmpty }
        let leaders = plan.matter.authors
        book.subtitle = plan.matter.subtitle
        book.authors = leaders.isEmpty ? everybody : leaders
        book.editors = plan.matter.editors
        let named = Set((book.authors + book.editors).map { Array($0.utf8) })
        book.contributors = leaders.isEmpty ? [] : everybody.filter { !named.contains(Array($0.utf8)) }
        book.license = (plan.matter.license ?? plan.page.flatMap { license(of: $0) } ?? site.license).map {
            LicenseView(name: $0, href: $0)
        }
        book.siteHref = urls.origin.map { _ in urls.absolute(urls.home) }
        return book
    }

    private func license(of page: Page) -> String? { (try? snapshot.index.document(page.blob))?.frontMatter.license }

    /// A name for the book that stays the same for the same page of the same wiki, in the form of a UUID of version 8.
    ///
    /// Source: RFC 9562, 5.8; the bits are those of git's hash of the wiki's and the page's names.
    private var identifier: String {
        let configuration = snapshot.configuration
        let site = configuration.site.url ?? "\(configuration.identity.domain) \(configuration.site.name)"
        let paths = plan.page.map { [$0.path] } ?? plan.chapters.map(\.path)
        let text = Array("book\n\(site)\n".utf8) + paths.flatMap { $0.bytes + [10] }
        var bytes = Array(((try? Repository.blobID(text)) ?? .zero).bytes.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { hex[$0].joined() }
        return "urn:uuid:" + groups.joined(separator: "-")
    }

    /// The picture of the cover: the page's, else one of words.
    func cover(_ library: BookLibrary, _ book: BookView, _ problems: inout [BookProblem]) throws -> Int {
        if let name = plan.matter.cover, let page = plan.page {
            let link = DocumentLink(kind: .image, target: name)
            let found = try snapshot.links.resolve(link, from: snapshot.linkFolder(of: page))
            if case .file(let file)? = found?.kind {
                if let number = library.pictures.number(of: file) { return number }
            } else {
                problems.append(.noCover(name))
            }
        }
        let view = BookCoverView(
            title: plan.title, subtitle: plan.matter.subtitle, byline: plan.matter.authors.isEmpty ? nil : byline(plan.matter.authors),
            siteName: book.siteName)
        return library.pictures.add(try render(BookCoverView.template, view), .svg, name: "cover.svg")
    }

    private func byline(_ names: [String]) -> String { names.joined(separator: words.text("book.separator")) }

    private func render(_ template: String, _ view: some TemplateView) throws -> [UInt8] {
        do {
            return try theme.renderDocument(template, view, words: words)
        } catch {
            throw BookError.theme(error)
        }
    }
}
