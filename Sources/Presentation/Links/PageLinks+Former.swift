import Git
import Markup
import WikiCore

/// Links by a name that a page had: its old address leads on, and so do they, as long as nothing else has the name.
extension PageLinks {
    /// The page that once had the name which a link gives; nil where none had, or it is not shown. Cost: at most four lookups.
    func former(_ link: DocumentLink) -> ResolvedLink? {
        guard !link.isAbsolute, link.kind == .markdown || link.kind == .wikilink else { return nil }
        let other = snapshot.configuration.links.wikilinks == .textFirst && link.kind == .wikilink ? link.alternate : nil
        guard let target = LinkTarget(other?.target ?? link.target), !target.isFolder else { return nil }
        let paths = [target.path(from: folder), target.place == .anywhere ? target.path : nil].compactMap(\.self)
        for path in paths where !path.isRoot {
            let stem = PagesLayout.withoutExtension(path) ?? path
            let pages = (try? snapshot.lookup.formerPages(at: stem)) ?? []
            guard let page = pages.first(where: { context.urls.shows($0.path.bytes) }),
                let address = try? snapshot.lookup.address(of: page)
            else { continue }
            let fragment = other == nil ? link.fragment : other?.fragment
            let found = LinkDestination(kind: .page(page, address: address), usesAlternate: other != nil, fragment: fragment)
            return self.page(page, at: address, fragment: fragment, link: link, found: found)
        }
        return nil
    }
}
