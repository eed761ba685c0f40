package import Git
package import Markup
package import WikiCore
import Wording

/// Gives the links of a page their addresses: the one way from a `Document` to HTML inside a wiki, for pages, previews
/// and embeds alike.
package struct PageLinks: LinkProvider {
    let snapshot: WikiSnapshot
    let context: ViewContext
    let folder: GitPath
    /// The pages around this one, outermost first: what must not be embedded again.
    private let trail: [Int64]
    /// How many pages deep this one is shown in others.
    private let depth: Int
    /// Shared with all that is shown in place.
    private let budget: LinkBudget
    /// Told of each link of the page itself that leads nowhere.
    private let onFault: ((LinkFault) -> Void)?

    /// Links as seen from inside `folder`; `page` is the page itself, where it exists.
    /// - Parameter onFault: told of each link that leads nowhere, but for those of pages that are shown in place.
    package init(
        snapshot: WikiSnapshot, context: ViewContext, folder: GitPath, page: Int64? = nil, onFault: ((LinkFault) -> Void)? = nil
    ) {
        self.init(
            snapshot: snapshot, context: context, folder: folder, trail: page.map { [$0] } ?? [], depth: 0, budget: LinkBudget(),
            onFault: onFault)
    }

    private init(
        snapshot: WikiSnapshot, context: ViewContext, folder: GitPath, trail: [Int64], depth: Int, budget: LinkBudget,
        onFault: ((LinkFault) -> Void)? = nil
    ) {
        self.onFault = onFault
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
            if let fragment, !HeadingAnchors.isTop(fragment.utf8) { onFault?(.noPlace(Self.written(link, found, fragment))) }
            let href = context.urls.page(path.bytes)
            return context.urls.holds(path.bytes) ? .page(href: href, usesAlternate: found.usesAlternate) : withheld(path, link: link)
        case .file(let file): return self.file(file, link: link, usesAlternate: found.usesAlternate)
        case .missing(let path): return former(link) ?? missing(path, link: link)
        }
    }

    func page(_ page: Page, at address: GitPath, fragment: String?, link: DocumentLink, found: LinkDestination) -> ResolvedLink {
        guard context.urls.shows(page.path.bytes) else { return withheld(address, link: link) }
        let place = fragment.flatMap { $0.isEmpty ? nil : self.place($0, on: page, at: address, link, found) }
        let href = place ?? context.urls.page(address.bytes)
        if link.kind == .embed, let html = embedded(page, isBlock: link.isBlock) { return .embedded(html, href: href) }
        return .page(href: href, title: found.isAmbiguous ? page.path.display : page.description, usesAlternate: found.usesAlternate)
    }

    /// The address of the place that a fragment means. Nobody stays on a redirect, so it is looked for where that leads.
    private func place(
        _ fragment: String, on page: Page, at address: GitPath, _ link: DocumentLink, _ found: LinkDestination
    ) -> String {
        let end = page.redirect == nil ? nil : try? snapshot.redirectPage(of: page)
        let (page, address) = end.flatMap { context.urls.shows($0.page.path.bytes) ? $0 : nil } ?? (page, address)
        // Without the places of the page it is taken for a heading's words.
        guard let known = anchors(of: page.id) else {
            return context.urls.page(address.bytes, anchor: HeadingAnchors.anchor(for: fragment))
        }
        let title = HeadingAnchors.anchor(for: page.title)
        let isThere = { (name: String) in name.utf8.elementsEqual(title.utf8) || known.contains(Array(name.utf8)) }
        let anchor = HeadingAnchors.place(of: fragment, isHeading: isThere)
        if !isThere(anchor), !HeadingAnchors.isTop(fragment.utf8) { onFault?(.noPlace(Self.written(link, found, fragment))) }
        return context.urls.page(address.bytes, anchor: anchor)
    }

    /// The places of a page, as the index has them; nil where they can't be had.
    private func anchors(of page: Int64) -> Set<[UInt8]>? {
        budget.anchors(of: page) { try? snapshot.index.anchors(of: page, limit: $0) }
    }

    /// A link to a place as its author wrote it, in the reading that was taken.
    private static func written(_ link: DocumentLink, _ found: LinkDestination, _ fragment: String) -> String {
        if link.isAbsolute { return link.target }
        let target = found.usesAlternate ? link.alternate?.target ?? link.target : link.target
        return "\(target)#\(fragment)"
    }

    /// Tells of the links to places on the page itself that are neither on it nor on what it shows in place, once all links of its
    /// document were looked up.
    package func tellLost(_ document: Document) {
        guard let onFault, !document.lostFragments.isEmpty else { return }
        let shown = budget.shown.reduce(into: Set<[UInt8]>()) { all, page in all.formUnion(anchors(of: page) ?? []) }
        for fragment in document.lostFragments {
            let anchor = fragment.utf8.contains(UInt8(ascii: " ")) ? HeadingAnchors.anchor(for: fragment) : fragment
            if !shown.contains(Array(anchor.utf8)) { onFault(.noPlace("#\(fragment)")) }
        }
    }

    private func embedded(_ page: Page, isBlock: Bool) -> SafeHTML? {
        guard depth < snapshot.configuration.limits.embedDepth, !trail.contains(page.id),
            let document = try? snapshot.index.document(page.blob), budget.takesEmbed(bytes: document.htmlSize)
        else { return nil }
        if isBlock { budget.note(shown: page.id) }
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
        onFault?(.missing(link))
        let path = context.urls.isStatic ? plainPath(link) : path
        let title = context.words.text("link.missing", ["name": .text(path?.display ?? link.target)])
        let href = path.map { context.urls.page($0.bytes) }
        return .missing(href: href?.utf8.isEmpty == true ? nil : href, title: title)
    }

    /// The path that a page made for a link would have, told from the link alone: in a static site nothing tells a page that is not
    /// shown, or a folder of such pages, from one that is not there.
    private func plainPath(_ link: DocumentLink) -> GitPath? {
        guard !link.isAbsolute, let target = LinkTarget(link.target), let path = target.path(from: folder) else { return nil }
        let isWhole = target.place == .anywhere && target.path.segments.count > 1
        let wanted = isWhole ? target.stem : PagesLayout.withoutExtension(path) ?? path
        let dashed = GitPath(bytes: wanted.bytes.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 })
        return dashed.isRoot ? nil : dashed
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
