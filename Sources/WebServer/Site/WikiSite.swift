package import Community
import Git
package import HTTPTypes
import Logging
import Markup
package import Presentation
package import WikiCore
package import Wording

/// Everything that the controllers share: one wiki, its people, its looks, its words, and the bounds on what visitors may cost.
package struct WikiSite: Sendable {
    /// The wiki.
    package let wiki: Wiki
    /// Accounts and all that hangs on them.
    package let members: Members
    /// Who may do what.
    package let permissions: Permissions
    /// The rules for who may change which file.
    package let policy: any EditPolicy
    /// Letters on their way; nil where the wiki can send none.
    package let mail: MailQueue?
    /// Templates and assets.
    package let theme: Theme
    /// Addresses and words.
    package let context: ViewContext
    /// Protection of forms.
    package let crossSite: CrossSiteGuard
    /// How cookies are written.
    package let cookies: CookieJar
    /// What trusted proxies say of clients.
    package let forwarded: ForwardedClient
    /// Bounds on request bodies.
    package let bodies: BodyLimits
    /// Bound on all request bodies together.
    package let bodyBudget: BodyBudget
    /// How often one address or account may edit.
    package let editRate: RateLimiter
    /// How often one address or account may send the forms of accounts and administration.
    package let formRate: RateLimiter
    /// How many books one address or account may have made.
    package let bookRate: RateLimiter
    /// What has exports made; nil where none are offered.
    package let exports: JobBoard?
    /// How many costly views run at once.
    package let costly: ConcurrencyGate
    /// Finished pages.
    package let pages: ReadyTable
    /// Differences of texts.
    let differences = DiffCache()
    /// What screens are made from.
    let screens: ScreenSource
    /// The handbook.
    package let handbook: Handbook
    /// Where the server listens.
    let port = BoundPort()
    /// What people with an account were refused.
    let denials: DenialLog

    /// How many forms of an account a minute are taken. Each kind of thing behind them has narrower bounds of its own, so this
    /// lies above how many may log in from one network at once.
    private static let formsPerMinute = 120

    /// How many books may be asked for at once, and how many a minute in the long run: each costs as much as a thousand pages.
    private static let books = Rate(burst: 6, perMinute: 1)

    /// The settings.
    package var configuration: Configuration { wiki.configuration }
    /// Addresses.
    package var urls: SiteURL { context.urls }
    /// Words.
    package var words: Phrasebook { context.words }

    /// Puts a site together.
    /// - Parameters:
    ///   - members: the accounts.
    ///   - policy: the one that the wiki's edits are judged by.
    ///   - mail: where letters go; nil where none can be sent. Whoever makes the queue runs it.
    ///   - exports: has exports made; nil where none are offered. Whoever makes the board closes it.
    ///   - handbook: the folder of the handbook's pages.
    package init(
        wiki: Wiki, members: Members, policy: any EditPolicy, mail: MailQueue?, theme: Theme, shelf: PhrasebookShelf,
        exports: JobBoard? = nil, handbook: String, random: RandomSource = .system
    ) {
        let configuration = wiki.configuration
        let address = SiteAddress(configuration.site.url)
        let context = ViewContext(urls: SiteURL(address), words: shelf.book(configuration.site.language))
        self.wiki = wiki
        self.members = members
        self.policy = policy
        self.mail = mail
        permissions = Permissions(reading: configuration.reading, editing: configuration.editing)
        self.theme = theme
        self.context = context
        crossSite = CrossSiteGuard(siteOrigin: address.origin, random: random)
        cookies = CookieJar(isSecure: address.isSecure)
        forwarded = ForwardedClient(configuration.proxies)
        bodies = BodyLimits(page: configuration.limits.page, attachment: configuration.limits.attachment)
        bodyBudget = BodyBudget(longestBody: bodies.longest)
        let perMinute = configuration.limits.editsPerMinute
        editRate = RateLimiter(rate: Rate(burst: perMinute, perMinute: perMinute))
        formRate = RateLimiter(rate: Rate(burst: Self.formsPerMinute, perMinute: Self.formsPerMinute))
        bookRate = RateLimiter(rate: Self.books)
        self.exports = exports
        costly = ConcurrencyGate(limit: configuration.limits.costlyViews, lineLength: 64)
        pages = ReadyTable(capacity: 24 << 20)
        denials = DenialLog(members.audit, urls: context.urls)
        screens = ScreenSource(
            context: context, configuration: configuration, differences: differences,
            pushNotes: { try PushNotes(blocking: [$0], in: members) }, wantAuthors: { wiki.attribution.want($0) },
            downloads: { [context] in Self.downloads(of: $0, $1, exports?.service, context) })
        self.handbook = Handbook(folder: handbook, wiki: wiki, context: context)
    }

    /// Where a page is had as a book, format by format, where it is the beginning of one.
    private static func downloads(
        of page: Page, _ document: Document, _ service: (any ExportService)?, _ context: ViewContext
    ) -> [LinkView] {
        guard let service, service.isBook(document.frontMatter) else { return [] }
        return service.bookFormats.map { format in
            let name = format.rawValue
            return LinkView(label: context.words.text("page.download.\(name)"), href: context.urls.book(page.path.bytes, format: name))
        }
    }

    /// Whether a request may edit without an account.
    package func mayEditOpenly(_ head: HTTPRequest, peer: ClientAddress) -> Bool {
        TrialRequest.mayEdit(head, peer: peer, configuration: configuration)
    }

    /// What git takes to clone the wiki; nil where the server does not know its own address.
    package var cloneAddress: String? {
        if urls.origin != nil { return urls.absolute(urls.gitClone) }
        let server = configuration.server
        let port = port.number ?? server.port
        guard port != 0 else { return nil }
        let host = ["127.0.0.1", "::1", "0.0.0.0", "::"].contains(server.host) ? "localhost" : server.host
        return "http://\(host):\(port)\(urls.gitClone)"
    }

    /// The same over SSH; nil where that is not set up.
    package var sshCloneAddress: String? { configuration.push.ssh.map(SiteURL.sshClone) }

    /// What a page for strangers is kept under.
    /// - Parameter epoch: how often names and credits had changed when it was made.
    static func readyKey(_ rawPath: String, mayEdit: Bool, epoch: Int) -> String { "\(mayEdit).\(epoch)\(rawPath)" }
}
