package import Presentation

/// The sitemap of a site that knows its own address: one file, or an index and its parts where one file may not hold all.
package struct SitemapFiles: Sendable {
    /// `sitemap.xml`, and `sitemap-1.xml` and so on where there are parts. Empty where the site does not know its own address, since
    /// sitemaps hold no relative ones.
    package let files: [ExportFile]

    /// The name that `robots.txt` gives.
    package static let name = "sitemap.xml"

    /// Linear.
    package init(_ pages: [ListedPage], urls: SiteURL, entryLimit: Int = Sitemap.entryLimit, byteLimit: Int = Sitemap.byteLimit) {
        guard urls.origin != nil else {
            files = []
            return
        }
        let map = Sitemap(
            pages.map { Sitemap.Entry(address: $0.address, seconds: $0.updated) }, entryLimit: entryLimit, byteLimit: byteLimit)
        guard map.parts.count > 1 else {
            files = map.parts.map { ExportFile(path: Self.name, bytes: $0) }
            return
        }
        let names = map.parts.indices.map { "sitemap-\($0 + 1).xml" }
        let index = map.index(names.map { urls.absolute(urls.fileAddress($0)) })
        files = [ExportFile(path: Self.name, bytes: index)] + zip(names, map.parts).map { ExportFile(path: $0, bytes: $1) }
    }
}
