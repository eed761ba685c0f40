import ArgumentParser
import Glibc
import StaticExport
import WikiCore

/// `stemma export site`: a folder of files that any web server, or none, can show.
struct ExportSite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Make a static site of a wiki, or bring one up to date.",
        discussion: """
            OUT is made, or brought up to date: only what changed since the last run is rendered and written, and the new site takes the \
            place of the old one in one step. It works from any host, from any folder of it, and from a disk without a server.

            Pages that say `draft: true` never leave the wiki.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The folder of the site. A folder that holds anything else is refused.", valueName: "OUT"))
    var out: String

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("Where the site will stand: for canonical links, feeds, the sitemap and previews.", valueName: "URL"))
    var baseURL: String?

    @Option(
        name: .customLong("wiki-url"),
        help: ArgumentHelp("Where the wiki itself is, for links that edit; site.url where it is set. `none` for no links.", valueName: "URL"))
    var wikiURL: String?

    @Option(help: ArgumentHelp("How much of the past to show: none, recent or full.", valueName: "DEPTH"))
    var history = HistoryDepth.recent

    @Option(help: ArgumentHelp("Only pages whose path fits, such as `Book/**`.", valueName: "PATTERN"))
    var pages: String?

    @Option(help: ArgumentHelp("The language of the interface, such as de.", valueName: "LANGUAGE"))
    var lang: String?

    @Option(help: ArgumentHelp("A theme's name, or a path to one.", valueName: "NAME|PATH"))
    var theme: String?

    @Flag(help: "Put a compressed twin beside each file, for servers that send those.")
    var gzip = false

    @Flag(help: "Write _redirects, for hosts that read it.")
    var redirects = false

    @Flag(help: "Fail where a link leads nowhere; the site stays as it is.")
    var strict = false

    func run() async throws {
        let flags = theme.map { ["site.theme": $0] } ?? [:]
        let opening = try Opening(directory, flags: flags)
        let out = out
        try await opening.useOpen { open in
            let maker = try SiteMaker(open, opening, options: options(open.wiki.configuration))
            let report = try await maker.run(to: out)
            print(report, terminator: "")
        }
    }

    private func options(_ configuration: Configuration) -> SiteOptions {
        var options = SiteOptions()
        options.baseURL = baseURL
        options.wikiURL = wikiURL == "none" ? nil : wikiURL ?? configuration.site.url
        options.history = history
        options.pages = pages.map { PathPattern($0) }
        options.language = lang
        (options.compresses, options.writesRedirects, options.isStrict) = (gzip, redirects, strict)
        return options
    }
}

extension HistoryDepth: ExpressibleByArgument {}
