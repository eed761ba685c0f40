import ArgumentParser
import Git
import Glibc
import Logging
import Presentation
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
              stemma export site my-wiki public --base-url https://example.org/
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

    @Option(help: ArgumentHelp("The wiki as it was at a tag or commit.", valueName: "REF"))
    var rev: String?

    @Option(
        help: ArgumentHelp(
            "Several versions side by side, each in a folder of its name; the last one is the newest.", valueName: "REF,REF,…"))
    var versions: String?

    @Flag(help: "Go on until it is ended, and follow every edit and push.")
    var watch = false

    func validate() throws {
        if [rev != nil, versions != nil, watch].count(where: { $0 }) > 1 {
            throw ValidationError("Give only one of --rev, --versions and --watch.")
        }
    }

    func run() async throws {
        var checked = self
        checked.baseURL = try baseURL.map { url throws(Failure) in try GivenAddress(url, option: "--base-url").text }
        if wikiURL != "none" {
            checked.wikiURL = try wikiURL.map { url throws(Failure) in try GivenAddress(url, option: "--wiki-url").text }
        }
        try await checked.export()
    }

    private func export() async throws {
        let opening = try Opening(directory)
        try opening.requireWiki()
        let place = try ExportPlace(out, from: ".", data: opening.folder)
        if let versions { return try await makeVersions(versions, opening, place) }
        if let rev { return try await makePast(rev, opening, place) }
        try await opening.useOpen { open in
            let maker = try maker(open, opening, options(open.wiki.configuration))
            let report = try await Self.run { try await maker.make(in: place.path, progress: $0) }
            show(report)
            if watch { await follow(open.wiki, maker, place.path, report) }
        }
    }

    private func maker(_ open: OpenWiki, _ opening: Opening, _ options: SiteOptions) throws(Failure) -> SiteMaker {
        let installation = opening.installation
        let looks = try ThemeChoice(installation: installation).theme(named: theme ?? open.wiki.configuration.site.theme)
        return try SiteMaker(open, installation, options: options, theme: looks, shelf: installation.phrasebooks())
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

    // MARK: Versions

    private func makePast(_ name: String, _ opening: Opening, _ place: ExportPlace) async throws {
        let configuration = try await Failure.wrapping(directory) { try opening.configuration() }
        try await Failure.wrapping(directory) {
            let past = try await PastWiki(name, of: opening, configuration)
            do {
                let maker = try maker(past.open, opening, options(configuration))
                show(try await Self.run { try await maker.make(in: place.path, progress: $0) })
            } catch {
                await past.close()
                throw error
            }
            await past.close()
        }
    }

    private func makeVersions(_ list: String, _ opening: Opening, _ place: ExportPlace) async throws {
        let names = list.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
        guard !names.isEmpty, Set(names).count == names.count else {
            throw Failure(.usage, "--versions takes the names of different tags, branches or commits, with commas between them.")
        }
        let configuration = try await Failure.wrapping(directory) { try opening.configuration() }
        try await Failure.wrapping(directory) {
            var pasts: [PastWiki] = []
            do {
                for name in names { pasts.append(try await PastWiki(name, of: opening, configuration)) }
                try await make(names, pasts, opening, configuration, place)
            } catch {
                for past in pasts { await past.close() }
                throw error
            }
            for past in pasts { await past.close() }
        }
    }

    private func make(
        _ names: [String], _ pasts: [PastWiki], _ opening: Opening, _ configuration: Configuration, _ place: ExportPlace
    ) async throws {
        let folders = StaticNames.stems(of: names)
        var makers: [SiteMaker] = []
        for (name, past) in zip(names, pasts) {
            var options = options(configuration)
            options.baseURL = baseURL.map { "\($0)\(SiteURL.encoded(folders[name] ?? name))/" }
            makers.append(try maker(past.open, opening, options))
        }
        var versions: [SiteVersions.Version] = []
        for (name, maker) in zip(names, makers) {
            versions.append(SiteVersions.Version(name: name, folder: folders[name] ?? name, names: try await maker.export.names()))
        }
        for index in makers.indices {
            makers[index].export.versions = SiteVersions(versions, current: index, newest: versions.count - 1, baseURL: baseURL)
            let maker = makers[index]
            let report = try await Self.run { progress in
                let shelf = try VersionShelf(place.path, of: await maker.export.identity())
                return try await maker.make(in: shelf, progress: progress)
            }
            show(report, "\(out)/\(versions[index].folder)")
        }
    }

    private static func run(_ make: (@escaping ExportProgress.Listener) async throws -> SiteReport) async throws -> SiteReport {
        let line = ProgressLine()
        defer { line.finish() }
        do {
            return try await make { line.show($0) }
        } catch let error as ExportError {
            line.finish()
            if case .brokenLinks(let links) = error { StandardError.write(BrokenLink.listing(links)) }
            throw Failure(error)
        }
    }

    private func show(_ report: SiteReport, _ folder: String? = nil) {
        Self.list(report.broken)
        print(SiteSentence(report, folder: (folder ?? out).printable).text)
    }

    private static func list(_ broken: [BrokenLink]) {
        let shown = broken.prefix(listed)
        StandardError.write(BrokenLink.listing(shown))
        let rest = broken.count - shown.count
        if rest > 0 { StandardError.write("… and \(rest) more that lead nowhere.\n") }
    }

    /// How many links that lead nowhere are listed.
    private static let listed = 20

    private func follow(_ wiki: Wiki, _ maker: SiteMaker, _ folder: String, _ first: SiteReport) async {
        let branch = wiki.branch
        let name = out.printable
        let told = ToldLinks(first.broken)
        let watch = ExportWatch(tip: { try branch.tip() }, since: wiki.indexedTip) {
            try await wiki.indexer.catchUp()
            do {
                let report = try await maker.make(in: folder)
                Self.list(told.new(of: report.broken))
                return ExportSummary(report)
            } catch let error as ExportError {
                if case .brokenLinks(let links) = error { Self.list(told.new(of: links)) }
                let failure = ExportFailure(error)
                throw ExportFailure(failure.code, failure.values, cause: Failure(error).sentence)
            }
        } report: { result in
            switch result {
            case .success(let summary): print("\(name): \(Counted.text(summary.written, "file")) written, \(summary.removed) removed.")
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
