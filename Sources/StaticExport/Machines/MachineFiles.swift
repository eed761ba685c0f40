import Presentation
package import Wording

/// All files that a site of files offers to programs, at its root. The same values make the same bytes.
package struct MachineFiles: Sendable {
    private let site: SiteFacts
    private let pages: [ListedPage]
    private let unwalked: [String]
    private let words: Phrasebook

    /// - Parameters:
    ///   - pages: those that are to be found, in the order of the site.
    ///   - unwalked: the folders that crawlers should not walk, from the root of the host with a last slash: histories, differences.
    package init(_ site: SiteFacts, _ pages: [ListedPage], unwalked: [String] = [], words: Phrasebook) {
        (self.site, self.pages, self.unwalked, self.words) = (site, pages, unwalked, words)
    }

    /// In a fixed order.
    package var files: [ExportFile] { [catalogue, models] + notices }

    /// The list of all pages.
    package var catalogue: ExportFile { PageCatalogue(pages, language: site.language).file }

    /// What language models read first.
    package var models: ExportFile { ModelIndex(site, pages, heading: words.text("machines.pages")).file }

    /// What crawlers, hosts and those who cite read.
    package var notices: [ExportFile] {
        let sitemap = SitemapFiles(pages, urls: site.urls).files
        let address = sitemap.isEmpty ? nil : site.urls.absolute(site.urls.fileAddress(SitemapFiles.name))
        let robots = RobotsText(files: unwalked, sitemap: address)
        return [
            CitationFile(site, words: words).file,
            ExportFile(path: "robots.txt", bytes: Array(robots.text.utf8)),
            // Some hosts would run the files through a generator of their own, and drop what begins with `_`.
            ExportFile(path: ".nojekyll", bytes: []),
        ] + sitemap
    }
}
