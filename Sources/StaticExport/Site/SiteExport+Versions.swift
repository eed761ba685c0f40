import Presentation
import Wording

/// Several versions of a site side by side.
extension SiteExport {
    /// Makes the site as one of several versions, for the folder of its name. Readers see nothing of it before all are published.
    /// - Throws: ``ExportError``.
    package func prepare(
        in shelf: VersionShelf, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> PreparedSite {
        guard let versions else { throw ExportError.nothingToExport }
        let folder = versions.versions[versions.current].folder
        return try await prepare(shelf.place(folder), work: shelf.work(folder), progress: progress)
    }

    /// Puts all versions in their places: those that are new first, so that no link of another leads nowhere meanwhile, and takes away
    /// last what is no longer among them.
    /// - Parameters:
    ///   - sites: one for each version, in their order.
    /// - Throws: ``ExportError``; what readers see is as it was then.
    package func publish(_ sites: [PreparedSite], in shelf: VersionShelf) throws {
        guard let versions, sites.count == versions.versions.count else { throw ExportError.nothingToExport }
        try shelf.publish(sites, folders: versions.versions.map(\.folder), files: files(versions, newest: sites[versions.newest]))
    }

    /// What stands beside all versions, where hosts and crawlers look.
    private func files(_ versions: SiteVersions, newest: PreparedSite) throws -> [ExportFile] {
        var files = [ExportFile(path: "index.html", bytes: try start(versions))]
        if let page = try newest.read("404.html") { files.append(ExportFile(path: "404.html", bytes: page)) }
        let own = newest.hasRobots ? try newest.read("robots.txt") : nil
        files.append(ExportFile(path: "robots.txt", bytes: try own ?? robots(versions, hasSitemap: newest.read("sitemap.xml") != nil)))
        return files
    }

    private func robots(_ versions: SiteVersions, hasSitemap: Bool) -> [UInt8] {
        let base = SiteAddress(versions.baseURL)
        let roots = versions.versions.map { "\(base.base)/\(SiteURL.encoded($0.folder))" }
        let sitemap = hasSitemap ? base.origin.map { "\($0)\(roots[versions.newest])/\(SitemapFiles.name)" } : nil
        let unwalked = roots.flatMap { root in SitePress.unwalked.map { "\(root)/" + "-/\($0)/" } }
        return Array(RobotsText(files: unwalked, sitemap: sitemap).text.utf8)
    }

    /// The page at the root of all versions, which leads to the newest.
    private func start(_ versions: SiteVersions) throws -> [UInt8] {
        let newest = versions.versions[versions.newest]
        let href = SiteURL.encoded("\(newest.folder)/index.html")
        let site = StaticSite(names: newest.names, pages: [], past: .none, tags: [:], people: [:], live: nil)
        let context = ViewContext(urls: SiteURL(in: site, from: "index.html"), words: words)
        let view = MovedView(title: newest.name, href: href, canonical: versions.baseURL.map { $0 + href }, in: context)
        return try theme.renderDocument(MovedView.template, view, words: words)
    }
}
