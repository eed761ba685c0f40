package import Git
package import Markup
package import WikiCore
import Wording

/// Gives the links of a page their addresses: the one way from a `Document` to HTML inside a wiki, for pages, previews
/// and embeds alike.
package struct PageLinks: LinkProvider {
    private let snapshot: WikiSnapshot
    private let context: ViewContext
    private let folder: GitPath
    /// The pages around this one, outermost first: what must not be embedded again.
    private let trail: [Int64]
    /// How many pages deep this one is shown in others.
    private let depth: Int
    /// Shared with all that is shown in place.
    private let budget: LinkBudget
    /// Told of each link of the page itself that leads nowhere.
    private let onMissing: ((DocumentLink) -> Void)?

    /// Links as seen from inside `folder`; `page` is the page itself, where it exists.
    /// - Parameter onMissing: told of each link that leads nowhere, but for those of pages that are shown in place.
    package init(
        snapshot: WikiSnapshot, context: ViewContext, folder: GitPath, page: Int64? = nil, onMissing: ((DocumentLink) -> Void)? = nil
    ) {
        self.init(
            snapshot: snapshot, context: context, folder: folder, trail: page.map { [$0] } ?? [], depth: 0, budget: LinkBudget(),
            onMissing: onMissing)
    }

    private init(
        snapshot: WikiSnapshot, context: ViewContext, folder: GitPath, trail: [Int64], depth: Int, budget: LinkBudget,
        onMissing: ((DocumentLink) -> Void)? = nil
    ) {
        self.onMissing = onMissing
        self.snapshot = snapshot
        self.context = context
        self.folder = folder
        self.trail = trail
        self.depth = depth
        self.budget = budget
    }

    /// Looks a link up and gives it its address.
    package func resolve(_ link: DocumentLink) -> ResolvedLink {
        guard isElsewhere(link) || budget.takesLookup() else { return asWritten(link) }
        guard let found = try? snapshot.links.resolve(link, from: folder) else { return outside(link) }
        let fragment = found.fragment ?? link.fragment
        switch found.kind {
        case .page(let page, let address): return self.page(page, at: address, fragment: fragment, link: link, found: found)
        case .folder(let path):
            let href = context.urls.page(path.bytes)
            return context.urls.holds(path.bytes) ? .page(href: href, usesAlternate: found.usesAlternate) : withheld(path, link: link)
        case .file(let file): return self.file(file, link: link, usesAlternate: found.usesAlternate)
        case .missing(let path): return missing(path, link: link)
        }
    }

    private func page(_ page: Page, at address: GitPath, fragment: String?, link: DocumentLink, found: LinkDestination) -> ResolvedLink {
        let anchor = fragment.flatMap { $0.isEmpty ? nil : self.anchor($0, on: page) }
        let href = anchor.map { context.urls.page(address.bytes, anchor: $0) } ?? context.urls.page(address.bytes)
        guard context.urls.shows(page.path.bytes) else { return withheld(address, link: link) }
        if link.kind == .embed, let html = embedded(page) { return .embedded(html, href: href) }
        return .page(href: href, title: found.isAmbiguous ? page.path.display : page.description, usesAlternate: found.usesAlternate)
    }

    /// The place on a page that a fragment means: its headings are those of the index. Without them it is taken for a heading's.
    private func anchor(_ fragment: String, on page: Page) -> String {
        let known = budget.anchors(of: page.id) { try? snapshot.index.anchors(of: page.id, limit: $0) }
        guard let known else { return HeadingAnchors.anchor(for: fragment) }
        let title = HeadingAnchors.anchor(for: page.title)
        return HeadingAnchors.place(of: fragment) { $0.utf8.elementsEqual(title.utf8) || known.contains(Array($0.utf8)) }
    }

    private func embedded(_ page: Page) -> SafeHTML? {
        guard depth < snapshot.configuration.limits.embedDepth, !trail.contains(page.id),
            let document = try? snapshot.index.document(page.blob), budget.takesEmbed(bytes: document.htmlSize)
        else { return nil }
        let folder = (try? snapshot.linkFolder(of: page)) ?? page.path.parent
        let inner = PageLinks(
            snapshot: snapshot, context: context, folder: folder, trail: trail + [page.id], depth: depth + 1, budget: budget)
        return document.html(inner)
    }

    private func file(_ file: WikiFile, link: DocumentLink, usesAlternate: Bool) -> ResolvedLink {
        let path = file.file.relative(to: snapshot.layout.root)
        let href = path.map { context.urls.file($0.bytes) } ?? context.urls.outside(file.file.bytes)
        guard !href.utf8.isEmpty else { return missing(nil, link: link) }
        switch link.kind {
        case .image, .video, .audio: return .image(src: href)
        case .embed: return ShownFile.isPicture(file.file) ? .image(src: href) : .file(href: href, usesAlternate: usesAlternate)
        case .markdown, .wikilink: return .file(href: href, usesAlternate: usesAlternate)
        }
    }

    /// A page that a static site does not show, of which it says nothing: it leads to the wiki where readers can go there.
    private func withheld(_ path: GitPath, link: DocumentLink) -> ResolvedLink {
        let href = context.urls.elsewhere { $0.page(path.bytes) }
        return href.utf8.isEmpty ? missing(nil, link: link) : .page(href: href)
    }

    private func missing(_ path: GitPath?, link: DocumentLink) -> ResolvedLink {
        onMissing?(link)
        let title = context.words.text("link.missing", ["name": .text(path?.display ?? link.target)])
        let href = path.map { context.urls.page($0.bytes) }
        return .missing(href: href?.utf8.isEmpty == true ? nil : href, title: title)
    }

    /// Whether an absolute address surely means no page of this wiki, so that it need not be looked up.
    private func isElsewhere(_ link: DocumentLink) -> Bool {
        link.isAbsolute && !snapshot.configuration.links.prefixes.contains { link.target.hasPrefix($0) }
    }

    /// Where a link says that it leads; whoever follows it gets the lookup.
    private func asWritten(_ link: DocumentLink) -> ResolvedLink {
        if link.isAbsolute { return .external }
        guard let path = LinkTarget(link.target)?.path(from: folder) else { return missing(nil, link: link) }
        let href = context.urls.page(path.bytes)
        return link.kind == .image || link.kind == .video || link.kind == .audio ? .image(src: href) : .page(href: href)
    }

    /// An address of another site, or of the site around this wiki.
    private func outside(_ link: DocumentLink) -> ResolvedLink {
        guard !link.isAbsolute, let href = snapshot.links.outside(link.target) else { return .external }
        return ResolvedLink(.external, href: href + (link.fragment.map { "#\($0)" } ?? ""))
    }
}
