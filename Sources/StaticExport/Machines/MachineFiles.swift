import Presentation
package import Wording

/// All files that a site of files offers to programs, at its root.
package struct MachineFiles: Sendable {
    /// In a fixed order; the same values make the same bytes.
    package let files: [ExportFile]

    /// - Parameters:
    ///   - pages: those that are to be found, in the order of the site.
    ///   - unwalked: the folders that crawlers should not walk, from the root of the host with a last slash: histories, differences.
    package init(_ site: SiteFacts, _ pages: [ListedPage], unwalked: [String] = [], words: Phrasebook) {
        let sitemap = SitemapFiles(pages, urls: site.urls).files
        let address = sitemap.isEmpty ? nil : site.urls.absolute(site.urls.rootFile(SitemapFiles.name))
        let robots = RobotsText(files: unwalked, sitemap: address)
        files =
            [
                PageCatalogue(pages, language: site.language).file,
                ModelIndex(site, pages, heading: words.text("machines.pages")).file,
                CitationFile(site, words: words).file,
                ExportFile(path: "robots.txt", bytes: Array(robots.text.utf8)),
                // Some hosts would run the files through a generator of their own, and drop what begins with `_`.
                ExportFile(path: ".nojekyll", bytes: []),
            ] + sitemap
    }
}
