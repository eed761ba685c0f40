import ArgumentParser
import Git
import Glibc
import Logging
import ServiceLifecycle
import StaticExport
import UnixSignals
import WebServer
import WikiCore

/// `stemma export site`: a folder of files that any web server, or none, can show.
struct ExportSite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Make a static site of a wiki, or bring one up to date.",
        discussion: """
            OUT is made, or brought up to date: only what changed since the last run is rendered and written, and the new site takes the \
            place of the old one in one step. It works from any host, from any folder of it, and from a disk without a server.
              stemma export site my-wiki public
              stemma export site my-wiki public --base-url https://docs.example.org/ --history full
            Pages that say “draft: true” never leave the wiki.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The folder of the site. One that holds anything else is refused.", valueName: "OUT"))
    var out: String

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("Where the site will stand: for canonical links, feeds, the sitemap and previews.", valueName: "URL"))
    var baseURL: String?

    @Option(
        name: .customLong("wiki-url"),
        help: ArgumentHelp("Where the wiki itself is, for links that edit; else site.url. “none” for no such links.", valueName: "URL"))
    var wikiURL: String?

    @Option(help: ArgumentHelp("How much of the past to show: none, recent or full.", valueName: "DEPTH"))
    var history = HistoryDepth.recent

    @Option(help: ArgumentHelp("Only pages whose path fits, such as “Book/**”.", valueName: "PATTERN"))
    var pages: String?

    @Option(help: ArgumentHelp("The language of the interface, such as de.", valueName: "LANGUAGE"))
    var lang: String?

    @Option(help: ArgumentHelp("A theme's name, or the folder of one.", valueName: "NAME|PATH"))
    var theme: String?

    @Flag(help: "Put a compressed twin beside each file, for servers that send those.")
    var gzip = false

    @Flag(help: "Write _redirects, for hosts that read it.")
    var redirects = false

    @Flag(help: "Fail where a link leads nowhere; the site stays as it is.")
    var strict = false

    @Flag(help: "Go on until it is ended, and follow every edit and push.")
    var watch = false

    func validate() throws {
        for url in [baseURL, wikiURL == "none" ? nil : wikiURL].compactMap(\.self)
        where !["http://", "https://"].contains(where: { url.hasPrefix($0) && url != $0 }) {
            throw ValidationError("An address begins with http:// or https://, not \(url.printable).")
        }
    }

    func run() async throws {
        let opening = try Opening(directory)
        try opening.requireWiki()
        let place = try ExportPlace(out, from: ".", data: opening.folder)
        try await opening.useOpen { open in
            let maker = try SiteMaker(open, opening.installation, options: options(open.wiki.configuration), theme: theme)
            let report = try await Self.run(maker, in: place.path)
            show(report)
            if watch { await follow(open.wiki, maker, place.path, report) }
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

    private static func run(_ maker: SiteMaker, in folder: String) async throws -> SiteReport {
        let line = ProgressLine()
        defer { line.finish() }
        do {
            return try await maker.make(in: folder) { line.show($0) }
        } catch let error as ExportError {
            line.finish()
            if case .brokenLinks(let links) = error { StandardError.write(BrokenLink.listing(links)) }
            throw Failure(error)
        }
    }

    private func show(_ report: SiteReport) {
        let shown = report.broken.prefix(Self.listed)
        StandardError.write(BrokenLink.listing(shown))
        let rest = report.broken.count - shown.count
        if rest > 0 { StandardError.write("… and \(rest) more that lead nowhere.\n") }
        print(SiteSentence(report, folder: out.printable).text)
    }

    /// How many links that lead nowhere are listed.
    private static let listed = 20

    private func follow(_ wiki: Wiki, _ maker: SiteMaker, _ folder: String, _ first: SiteReport) async {
        let branch = wiki.branch
        let name = out.printable
        let watch = ExportWatch(tip: { try branch.tip() }, since: wiki.indexedTip) {
            try await wiki.indexer.catchUp()
            do {
                return ExportSummary(try await maker.make(in: folder))
            } catch let error as ExportError {
                throw ExportFailure(error)
            }
        } report: { result in
            switch result {
            case .success(let summary): print("\(name): \(summary.written) files written, \(summary.removed) removed.")
            case .failure(let failure): StandardError.write("stemma: \(name) does not follow the wiki: \(failure.cause ?? failure.code)\n")
            }
            fflush(nil)
        }
        print("Following the wiki. End with Ctrl+C.")
        fflush(nil)
        var group = ServiceGroupConfiguration(
            services: [.init(service: watch)], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "stemma.lifecycle") { _ in SwiftLogNoOpLogHandler() })
        group.maximumGracefulShutdownDuration = StopDeadline.grace
        try? await ServiceGroup(configuration: group).run()
    }
}

extension HistoryDepth: ExpressibleByArgument {}
