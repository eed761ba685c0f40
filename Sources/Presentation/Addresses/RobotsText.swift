/// The `robots.txt`: pages may be read, costly views may not be walked.
package struct RobotsText: Sendable {
    /// The file, with line feeds.
    package let text: String

    /// - Parameters:
    ///   - urls: the site's addresses.
    ///   - allowsAll: false asks every crawler to stay away, for a private or unfinished wiki.
    package init(_ urls: SiteURL, allowsAll: Bool = true) {
        guard allowsAll else {
            text = "User-agent: *\nDisallow: /\n"
            return
        }
        let lines = [
            "User-agent: *",
            "Allow: \(urls.asset(""))",
            "Allow: \(urls.help())",
            "Allow: \(urls.outside([]))/",
            "Disallow: \(urls.interfaceRoot)",
            "Disallow: \(urls.gitClone)",
            "Disallow: \(urls.base)/*?rev=",
        ]
        text = lines.joined(separator: "\n") + "\n"
    }

    /// The file of a site of files, which nobody waits for: all may be read but what is the same in many forms.
    /// - Parameters:
    ///   - folders: the paths that are not to be walked, from the root of the host, each with a last slash.
    ///   - sitemap: the sitemap's address, with scheme and host.
    package init(files folders: [String], sitemap: String?) {
        let rules = folders.isEmpty ? ["Disallow:"] : folders.map { "Disallow: \($0)" }
        text = (["User-agent: *"] + rules + (sitemap.map { ["", "Sitemap: \($0)"] } ?? [])).joined(separator: "\n") + "\n"
    }
}
