package import Markup

/// The first picture that a page shows, for previews of links.
package struct FirstPicture: Sendable, Hashable {
    /// Its address, with scheme and host; nil where the page shows none, or the site does not know its own address.
    package let address: String?

    /// How many pictures are looked up before it is given up on.
    private static let limit = 8

    /// - Parameter links: gives pictures their addresses; asked a few times at most.
    package init(in document: Document, links: some LinkProvider, urls: SiteURL) {
        let shown = document.links.lazy.filter { $0.kind == .image || $0.kind == .embed }.prefix(Self.limit)
        address = shown.compactMap { Self.address($0, links.resolve($0)) }.first.flatMap { address in
            if address.hasPrefix("https://") || address.hasPrefix("http://") { return address }
            return urls.origin == nil ? nil : urls.absolute(address)
        }
    }

    private static func address(_ link: DocumentLink, _ resolved: ResolvedLink) -> String? {
        switch resolved.kind {
        case .image: resolved.href
        case .external: link.kind == .image && link.isAbsolute ? resolved.href ?? link.target : nil
        case .page, .missing, .file, .embedded: nil
        }
    }
}
