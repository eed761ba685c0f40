import Logging
package import Presentation
package import WikiCore
package import Wording

/// Everything that the controllers share: one wiki, its looks, its words, and the bounds on what visitors may cost.
package struct WikiSite: Sendable {
    /// The wiki.
    package let wiki: Wiki
    /// Templates and assets.
    package let theme: Theme
    /// Addresses and words.
    package let context: ViewContext
    /// Protection of forms.
    package let crossSite: CrossSiteGuard
    /// Bounds on request bodies.
    package let bodies: BodyLimits
    /// Bound on all request bodies together.
    package let bodyBudget: BodyBudget
    /// How often one address may edit.
    package let editRate: RateLimiter
    /// How many costly views run at once.
    package let costly: ConcurrencyGate
    /// Finished pages.
    package let pages: ReadyTable
    /// The handbook.
    package let handbook: Handbook

    /// The settings.
    package var configuration: Configuration { wiki.configuration }
    /// Addresses.
    package var urls: SiteURL { context.urls }
    /// Words.
    package var words: Phrasebook { context.words }

    /// Puts a site together.
    /// - Parameter handbook: the folder of the handbook's pages.
    package init(wiki: Wiki, theme: Theme, shelf: PhrasebookShelf, handbook: String, random: RandomSource = .system) {
        let configuration = wiki.configuration
        let address = SiteAddress(configuration.site.url)
        let context = ViewContext(urls: SiteURL(base: address.base, origin: address.origin), words: shelf.book(configuration.site.language))
        self.wiki = wiki
        self.theme = theme
        self.context = context
        crossSite = CrossSiteGuard(siteOrigin: address.origin, random: random)
        bodies = BodyLimits(page: configuration.limits.page, attachment: configuration.limits.attachment)
        bodyBudget = BodyBudget(longestBody: bodies.longest)
        let perMinute = configuration.limits.editsPerMinute
        editRate = RateLimiter(rate: Rate(burst: perMinute, perMinute: perMinute))
        costly = ConcurrencyGate(limit: configuration.limits.costlyViews, lineLength: 64)
        pages = ReadyTable(capacity: 24 << 20)
        self.handbook = Handbook(folder: handbook, wiki: wiki, context: context)
    }
}

/// `site.url` taken apart.
struct SiteAddress: Hashable {
    /// The path under which the wiki is mounted, without a last slash.
    let base: String
    /// Scheme and host; nil where nothing is configured.
    let origin: String?

    init(_ url: String?) {
        guard let url, let scheme = url.firstRange(of: "://") else {
            base = ""
            origin = nil
            return
        }
        let rest = url[scheme.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        origin = String(url[..<slash])
        let path = rest[slash...]
        base = path.hasSuffix("/") ? String(path.dropLast()) : String(path)
    }
}
