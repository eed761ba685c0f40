import Git
import Markup
import Presentation
import WikiCore
import Wording

/// The theme's files, what leads on, search, and what is about the site as a whole.
extension SitePress {
    /// The theme's files. Of what sets formulas only what a browser asks for is taken.
    func assets() -> [ExportFile] {
        run.export.theme.assetNames.filter(Self.isNeeded).compactMap { name in
            run.export.theme.asset(name).map { ExportFile(path: "-/assets/\(name)", bytes: $0.bytes) }
        }
    }

    private static func isNeeded(_ name: String) -> Bool {
        guard name.hasPrefix("katex/") else { return true }
        return ["katex/katex.min.css", "katex/katex.min.js"].contains(name) || name.hasSuffix(".woff2")
    }

    /// A page at a former address, which sends its reader on.
    func stub(_ path: String, _ address: GitPath, _ plan: RunPlan) throws -> [ExportFile] {
        let source = source(path)
        let href = source.urls.page(address.bytes)
        let entry = plan.content.entries(at: address)
        let view = MovedView(
            title: entry?.page.title ?? PageTitle.fromName(address), href: href,
            canonical: options.baseURL == nil ? nil : source.urls.absolute(href), in: source.context)
        return [ExportFile(path: path, bytes: try run.export.theme.renderDocument(MovedView.template, view, words: run.export.words))]
    }

    /// The page that searches.
    func searchPage() throws -> [ExportFile] {
        let path = "-/search.html"
        let source = source(path)
        var layout = layout(source.words.text("search.heading"), source, in: path)
        layout.isIndexed = false
        return [try file(path, StaticSearchView(in: source.context), in: layout)]
    }

    // MARK: About the site

    /// What is shown for an address that the site does not have. It is served at any depth, so its addresses begin at the root.
    func notFound() throws -> [ExportFile] {
        let source = source(hosted)
        var layout = layout(source.words.text("notFound.heading"), source, in: "404.html")
        layout.versions = nil
        layout.isIndexed = false
        layout.feeds = []
        return [try file("404.html", NotFoundView(in: source.context), in: layout)]
    }

    /// The last page of the site, as of a book.
    func colophon(_ plan: RunPlan) throws -> [ExportFile] {
        let path = "-/colophon.html"
        let source = source(path)
        let people = plan.content.peopleByWords
        let commit = RevisionBrief(id: plan.basis.commit, author: "", seconds: Int(plan.now), summary: "")
        let view = ColophonView(
            siteName: configuration.site.name, description: configuration.site.description,
            license: configuration.site.license.map { LicenseView(name: $0) }, source: commit, pages: plan.content.entries.count,
            words: people.reduce(0) { $0 + $1.living },
            contributors: people.prefix(ColophonView.contributorLimit).map {
                ColophonView.Contributor(name: $0.name, href: source.urls.person($0.address))
            },
            count: people.count, program: run.export.version, address: options.baseURL, in: source.context)
        return [try file(path, view, in: layout(source.words.text("colophon.heading"), source, in: path))]
    }

    // MARK: For machines

    /// Addresses from the root of the site; with scheme and host where they are known.
    var rooted: SiteURL { SiteURL(in: site, root: "", at: options.baseURL) }

    /// All of them: the list of pages in them is made once for all threads.
    func machines(_ plan: RunPlan) throws -> MachineFiles {
        MachineFiles(
            facts(plan), try run.listed(plan, self),
            unwalked: Self.unwalked.map { "\(hosted.fileAddress("-/\($0)"))/" }, words: run.export.words)
    }

    /// What crawlers should not walk, below `-/`.
    static let unwalked = ["history", "diff", "authors", "commit"]

    /// Addresses from the root of the host. Where nobody knows the site's, it stands there, or all of its versions do.
    private var hosted: SiteURL {
        let version = run.export.versions.map { "/\(SiteURL.encoded($0.versions[$0.current].folder))" } ?? ""
        return SiteURL(in: site, root: "\(options.baseURL.map { SiteAddress($0).base } ?? version)/", at: options.baseURL)
    }

    /// What hosts are told of addresses that moved.
    func forwardings(_ plan: RunPlan) -> [ExportFile] {
        guard options.writesRedirects else { return [] }
        let urls = hosted
        return [ForwardingRules(plan.moved.flatMap { $0.forwardings(urls) }).file]
    }

    private func facts(_ plan: RunPlan) -> SiteFacts {
        var facts = SiteFacts(name: configuration.site.name, commit: plan.basis.commit, seconds: Int(plan.now), urls: rooted)
        facts.description = configuration.site.description
        facts.language = run.export.words.language
        facts.license = configuration.site.license
        let people = plan.content.peopleByWords
        facts.contributors = people.prefix(CitationFile.contributorLimit).map { person in
            SiteFacts.Contributor(
                name: person.name, address: options.baseURL == nil ? nil : rooted.absolute(rooted.person(person.address)))
        }
        facts.contributorCount = people.count
        return facts
    }

    /// All pages as lists for machines name them.
    func listed(_ plan: RunPlan) throws -> [ListedPage] {
        let times = try run.times(snapshot)
        let words = try snapshot.index.everyPageWords()
        let urls = rooted
        var tags: [Int64: [String]] = [:]
        for (_, tag) in plan.content.tags { for page in tag.pages { tags[page, default: []].append(tag.name) } }
        return plan.content.entries.map { entry in
            var page = ListedPage(
                path: entry.address.bytes, title: entry.page.title, address: urls.absolute(urls.page(entry.address.bytes)),
                markdown: urls.absolute(urls.markdown(entry.address.bytes)))
            page.description = entry.page.description
            page.updated = times[entry.page.id].map(Int.init)
            page.language = entry.page.language
            page.tags = tags[entry.page.id]?.sorted() ?? []
            page.words = words[entry.page.id]?.count
            page.contributors = (words[entry.page.id]?.writers ?? []).prefix(ListedPage.contributorLimit).map {
                ListedPage.Contributor(name: $0.name, share: $0.share)
            }
            return page
        }
    }
}
