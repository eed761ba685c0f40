import WikiCore

extension ConfigurationKey {
    /// Every setting there is. File, environment, flags, the reference in the handbook and the file that
    /// `stemma init` writes all come from this list.
    static let all: [ConfigurationKey] =
        site + server + proxies + pages + links + people + mail + export + workers + limits + [logLevel, auditDays]

    /// The key of that name. The list is short and read only at start.
    static func named(_ name: String) -> ConfigurationKey? {
        all.first { $0.name == name }
    }

    private static let site = [
        ConfigurationKey(
            "site.name", \.site.name, .text(atMost: 100), flag: "--name", of: "init", "The name in the header, in titles and in feeds."),
        ConfigurationKey(
            "site.url", \.site.url, .optional(.address),
            "Where readers find the wiki, also with a path. The only source of absolute addresses."),
        ConfigurationKey(
            "site.license", \.site.license, .optional(.text(atMost: 200)),
            "The licence of the texts, named under the save button."),
        ConfigurationKey("site.language", \.site.language, .language, "The language of the interface and of pages that name none."),
        ConfigurationKey(
            "site.theme", \.site.theme, .text(atMost: 1_000), flag: "--theme",
            "The name of an installed theme, or the path of a theme's folder (with a slash in it)."),
        ConfigurationKey(
            "site.description", \.site.description, .optional(.text(atMost: 500)),
            "One sentence about the wiki, for search engines."),
    ]

    private static let server = [
        ConfigurationKey(
            "server.host", \.server.host, .host, flag: "--host",
            "The address to listen on. The default is reachable from this machine only."),
        ConfigurationKey("server.port", \.server.port, .number(0...65_535), flag: "--port", "The TCP port; 0 lets the system choose."),
    ]

    private static let proxies = [
        ConfigurationKey(
            "proxies.trusted", \.proxies.trusted, .networks,
            "The servers in front of this one that are believed where they name a client: addresses, or networks such as 10.0.0.0/8."),
        ConfigurationKey(
            "proxies.user-header", \.proxies.userHeader, .optional(.header),
            "The header in which they name who logged in with them. From anybody else it counts for nothing."),
    ]

    private static let pages = [
        ConfigurationKey(
            "home", \.pages.home, .optional(.path), "The path of the home page, with or without .md, if not Home, index or README."),
        ConfigurationKey(
            "pages.root", \.pages.root, .path,
            "The folder of the repository that holds the pages; empty for the whole repository."),
    ]

    private static let links = [
        ConfigurationKey(
            "links.wikilinks", \.links.wikilinks, .choice,
            "Which side of [[A|B]] names the page. init --from counts what an existing history uses."),
        ConfigurationKey(
            "links.prefixes", \.links.prefixes, .linkPrefixes,
            "Beginnings of absolute links that mean this wiki, such as /wiki/ or an old address."),
        ConfigurationKey(
            "links.base", \.links.base, .optional(.address),
            "The address of the site around the wiki, for absolute links that leave it."),
    ]

    private static let people = [
        ConfigurationKey("reading", \.reading, .choice, "Who may read: everybody, or people with an account."),
        ConfigurationKey(
            "editing", \.editing, .optional(.choice),
            "Who may edit: people with an account, or anybody. Where neither this nor site.url is set, a server on this machine can be tried."
        ),
        ConfigurationKey(
            "registration", \.registration, .choice,
            "How people come to an account: by invitation, by themselves (open), or from an administrator alone (closed)."),
        ConfigurationKey(
            "identity.domain", \.identity.domain, .domain,
            "The domain of the addresses in commits. Set once by init; another one would split every person in two."),
        ConfigurationKey(
            "people.ranking", \.people.ranking, .flag,
            "Whether people may be listed by the words they wrote, which invites a race. Each may stay out of it."),
        ConfigurationKey(
            "push.identity", \.push.identity, .choice,
            "Commits by others than who pushes them: taken, with their credit left to be confirmed (record), or refused (strict)."),
        ConfigurationKey(
            "push.ssh", \.push.ssh, .optional(.sshLogin),
            "Who logs in where for git over SSH, such as wiki@garden.example or wiki@garden.example:2222. Shown beside the clone address."),
    ]

    private static let mail = [
        ConfigurationKey(
            "mail.host", \.mailServer.host, .optional(.host),
            "The mail server that takes letters. Without one, links are shown to be copied."
        ),
        ConfigurationKey("mail.port", \.mailServer.port, .number(1...65_535), "Its TCP port."),
        ConfigurationKey(
            "mail.security", \.mailServer.security, .choice,
            "How the way there is protected: by TLS after a greeting (starttls), from the first byte (tls), or not at all, on this machine."
        ),
        ConfigurationKey("mail.user", \.mailServer.user, .optional(.text(atMost: 255)), "Who logs in there."),
        ConfigurationKey(
            "mail.password", \.mailServer.password, .optional(.secret(atMost: 1_000)), isSecret: true,
            "What that user logs in with. Nothing prints it."),
        ConfigurationKey(
            "mail.from", \.mailServer.from, .optional(.mailbox),
            "The address that letters come from; wiki@ and the domain of identity.domain where it is not set."),
    ]

    private static let export = [
        ConfigurationKey(
            "export.folder", \.export.folder, .optional(.folder),
            "The folder of a static site that follows each edit and push: absolute, or below the folder of the wiki."),
        ConfigurationKey(
            "export.base-url", \.export.baseURL, .optional(.address),
            "Where readers find that site. Canonical links, feeds and its sitemap begin with it."),
        ConfigurationKey(
            "export.history", \.export.history, .choice,
            "How much of the past it shows: nothing, the newest revisions of each page, or all."),
        ConfigurationKey(
            "export.gzip", \.export.gzip, .flag, "Whether a packed .gz stands beside each of its files, for servers that send it."),
        ConfigurationKey(
            "export.redirects", \.export.redirects, .flag,
            "Whether former names of pages are also listed in a _redirects file, for hosts that read it."),
        ConfigurationKey("export.theme", \.export.theme, .optional(.text(atMost: 1_000)), "Its theme, if not that of the wiki."),
    ]

    private static let workers = [
        ConfigurationKey("workers.count", \.workers.count, .number(1...64), "How many processes parse Markdown, at most."),
        ConfigurationKey(
            "workers.time-limit", \.workers.timeLimit, .duration(.milliseconds(100) ... .seconds(60)),
            "How much of a processor's time one page may take before its source is shown instead."),
        ConfigurationKey(
            "workers.memory", \.workers.memory, .size(64 << 20...16 << 30),
            "The address space that one of these processes may use."),
    ]

    private static let limits = [
        ConfigurationKey("limits.page", \.limits.page, .size(1 << 10...64 << 20), "The Markdown of one page."),
        ConfigurationKey("limits.attachment", \.limits.attachment, .size(1 << 10...1 << 30), "One attachment."),
        ConfigurationKey("limits.push", \.limits.push, .size(1 << 20...64 << 30), "What one push may bring."),
        ConfigurationKey("limits.summary", \.limits.summary, .number(1...10_000), "The summary of an edit, in characters."),
        ConfigurationKey("limits.query", \.limits.query, .number(1...10_000), "A search query, in characters."),
        ConfigurationKey("limits.embed-depth", \.limits.embedDepth, .number(0...32), "How deep pages may embed each other."),
        ConfigurationKey("limits.segment", \.limits.segment, .number(16...255), "One segment of a new page's path, in bytes."),
        ConfigurationKey(
            "limits.costly-views", \.limits.costlyViews, .number(1...1_000),
            "How many costly views (history, diffs, old revisions, search) run at once."),
        ConfigurationKey(
            "limits.edits-per-minute", \.limits.editsPerMinute, .number(1...1_000_000),
            "How many edits one address may make in a minute where no account is asked for."),
    ]

    private static let logLevel = ConfigurationKey("log.level", \.log.level, .choice, "Log lines below this level are not written.")

    private static let auditDays = ConfigurationKey(
        "audit.address-days", \.audit.addressDays, .number(1...36_500),
        "After how many days the audit log forgets from which network addresses something was done.")
}
