import Git
import Markup
import Presentation
import WikiCore

/// Gives the links of a chapter their addresses: to other chapters inside the book, to all else on the web where that is known.
///
/// Addresses inside the book are of schemes that `BookReference` reads; no author can write them.
struct BookLinks: LinkProvider {
    private let library: BookLibrary
    private let folder: GitPath
    /// The pages around this one, outermost first: what must not be embedded again.
    private let trail: [Int64]
    /// How many pages deep this one is shown in others.
    private let depth: Int
    private let budget: LinkBudget

    /// Links as seen from inside `folder`, on a page.
    init(library: BookLibrary, folder: GitPath, page: Int64) {
        self.init(library: library, folder: folder, trail: [page], depth: 0, budget: LinkBudget())
    }

    private init(library: BookLibrary, folder: GitPath, trail: [Int64], depth: Int, budget: LinkBudget) {
        self.library = library
        self.folder = folder
        self.trail = trail
        self.depth = depth
        self.budget = budget
    }

    private var snapshot: WikiSnapshot { library.snapshot }

    /// Looks a link up and gives it its address.
    func resolve(_ link: DocumentLink) -> ResolvedLink {
        guard budget.takesLookup() else { return link.isAbsolute ? outside(link.target, link) : elsewhere(nil, link) }
        guard let found = try? snapshot.links.resolve(link, from: folder) else {
            let address =
                link.isAbsolute ? link.target : snapshot.links.outside(link.target).map { $0 + (link.fragment.map { "#\($0)" } ?? "") }
            return outside(address, link)
        }
        let fragment = found.fragment ?? link.fragment
        switch found.kind {
        case .page(let page, let address): return self.page(page, at: address, fragment: fragment, link, found.usesAlternate)
        case .folder(let path): return elsewhere(library.address(ofPage: path), link, found.usesAlternate)
        case .file(let file): return self.file(file, link, found.usesAlternate)
        case .missing: return elsewhere(nil, link)
        }
    }

    private func page(_ page: Page, at address: GitPath, fragment: String?, _ link: DocumentLink, _ usesAlternate: Bool) -> ResolvedLink {
        if link.kind == .embed, link.isBlock, let html = embedded(page) { return .embedded(html) }
        let fragment = fragment.flatMap { $0.isEmpty ? nil : $0 }
        if let section = library.section(of: page) {
            return elsewhere(BookReference.place(section: section, fragment: fragment), link, usesAlternate)
        }
        return elsewhere(library.address(ofPage: address, anchor: fragment.map { anchor($0, on: page) }), link, usesAlternate)
    }

    /// The place on a page of the web that a fragment means.
    private func anchor(_ fragment: String, on page: Page) -> String {
        let known = budget.anchors(of: page.id) { try? snapshot.index.anchors(of: page.id, limit: $0) }
        return known.map { known in HeadingAnchors.place(of: fragment) { known.contains(Array($0.utf8)) } }
            ?? HeadingAnchors.anchor(for: fragment)
    }

    private func embedded(_ page: Page) -> SafeHTML? {
        guard depth < snapshot.configuration.limits.embedDepth, !page.isDraft, !trail.contains(page.id),
            let document = try? snapshot.index.document(page.blob), budget.takesEmbed(bytes: document.htmlSize)
        else { return nil }
        let folder = (try? snapshot.linkFolder(of: page)) ?? page.path.parent
        return document.html(
            BookLinks(library: library, folder: folder, trail: trail + [page.id], depth: depth + 1, budget: budget))
    }

    private func file(_ file: WikiFile, _ link: DocumentLink, _ usesAlternate: Bool) -> ResolvedLink {
        let address = library.address(of: file)
        switch link.kind {
        case .markdown, .wikilink: return elsewhere(address, link, usesAlternate)
        case .video, .audio: return .image(src: address ?? BookReference.name(file.file.appending([]).display))
        case .image, .embed:
            let isShown = link.kind == .image || ShownFile.isPicture(file.file)
            guard isShown, let number = library.pictures.number(of: file) else { return elsewhere(address, link, usesAlternate) }
            return .image(src: BookReference.picture(number))
        }
    }

    /// An address outside this wiki: linked, where it would be shown, too.
    private func outside(_ address: String?, _ link: DocumentLink) -> ResolvedLink { elsewhere(address, link) }

    /// A link; without an address its words alone.
    private func elsewhere(_ address: String?, _ link: DocumentLink, _ usesAlternate: Bool = false) -> ResolvedLink {
        if link.kind == .video || link.kind == .audio { return .image(src: address ?? BookReference.name(link.target)) }
        return ResolvedLink(.missing, href: address, usesAlternate: usesAlternate)
    }
}
