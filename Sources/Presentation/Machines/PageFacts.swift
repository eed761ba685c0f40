import Wording

/// What machines are told of a page: search engines, previews of links, programs that cite.
package struct PageFacts: Sendable, Hashable {
    /// Somebody who wrote on the page.
    package struct Contributor: Sendable, Hashable {
        /// As the history gives it.
        package let name: String
        /// The person's page, with scheme and host; nil where there is none or the site does not know its own address.
        package let address: String?
    }

    /// A folder above the page, or the page itself.
    package struct Crumb: Sendable, Hashable {
        /// What it is called.
        package let name: String
        /// Its address, with scheme and host.
        package let address: String
    }

    /// The page's title.
    package let title: String
    /// The site's name.
    package let siteName: String
    /// The page's address, with scheme and host; nil where the site does not know its own.
    package let address: String?
    /// The address of the site's first page, in the same way.
    package let siteAddress: String?
    /// From the home page down to this one; empty at the home page, and where the site does not know its own address.
    package let crumbs: [Crumb]
    /// The language of the text, as a BCP 47 tag.
    package var language: String
    /// One sentence about the page.
    package var description: String?
    /// The licence of the text: a name or an address.
    package var license: String?
    /// The first picture on the page, with scheme and host.
    package var picture: String?
    /// When the page was written first, and last; Unix seconds.
    package var first, last: Int?
    /// Those who wrote on it, the most diligent first.
    package private(set) var contributors: [Contributor] = []

    private let urls: SiteURL

    /// - Parameters:
    ///   - path: the page's path; empty for the home page.
    ///   - language: of the text; nil takes that of the interface.
    package init(path: [UInt8], title: String, siteName: String, language: String? = nil, in context: ViewContext) {
        let urls = context.urls
        self.title = title
        self.siteName = siteName
        self.language = language ?? context.words.language
        self.urls = urls
        address = urls.origin == nil ? nil : urls.absolute(urls.page(path))
        siteAddress = urls.origin == nil ? nil : urls.absolute(urls.home)
        crumbs = urls.origin == nil ? [] : Self.crumbs(path, title: title, context)
    }

    /// Names somebody who wrote on the page.
    /// - Parameter href: the person's page, as `SiteURL` gives it.
    package mutating func addContributor(_ name: String, href: String? = nil) {
        guard !name.isEmpty else { return }
        contributors.append(Contributor(name: name, address: urls.origin == nil ? nil : href.map(urls.absolute)))
    }

    private static func crumbs(_ path: [UInt8], title: String, _ context: ViewContext) -> [Crumb] {
        let (name, urls) = (PathName(path), context.urls)
        guard !name.segments.isEmpty else { return [] }
        let above = name.segments.indices.dropLast().map {
            Crumb(name: PathName.readable(name.segments[$0]), address: urls.absolute(urls.page(name.prefix(through: $0))))
        }
        return [Crumb(name: context.words.text("nav.home"), address: urls.absolute(urls.home))] + above
            + [Crumb(name: title, address: urls.absolute(urls.page(path)))]
    }
}
