import Presentation
package import Wording

/// How to cite a site, for programs: the Citation File Format 1.2.0. Contributors are entities with a name, since a history does not
/// say which part of a name is the family's.
package struct CitationFile: Sendable {
    /// `CITATION.cff`.
    package let file: ExportFile

    /// The most contributors that are named; the rest is counted.
    package static let contributorLimit = 500

    /// Linear.
    package init(_ site: SiteFacts, words: Phrasebook) {
        var lines = Lines()
        lines.add("cff-version", "1.2.0")
        lines.add("message", words.text("machines.cite"))
        lines.add("type", "dataset")
        lines.add("title", site.name)
        if let description = site.description, !description.isEmpty { lines.add("abstract", description) }
        lines.addAuthors(Self.authors(site, words))
        lines.add("version", site.commit)
        lines.add("commit", site.commit)
        let date = CivilDate(seconds: site.seconds)
        if (1...9999).contains(date.year) { lines.add("date-released", date.isoDay) }
        if let license = site.license {
            if let known = LicenseIdentifier(license) {
                lines.add("license", known.text)
            } else if Self.isAddress(license) {
                lines.add("license-url", license)
            }
        }
        if site.urls.origin != nil { lines.add("url", site.urls.absolute(site.urls.home)) }
        file = ExportFile(path: "CITATION.cff", bytes: lines.bytes)
    }

    /// Each name once, as the format asks; the site itself where nobody is known.
    private static func authors(_ site: SiteFacts, _ words: Phrasebook) -> [SiteFacts.Contributor] {
        var seen: Set<[UInt8]> = []
        let named = site.contributors.prefix(contributorLimit)
        var authors = named.filter { !$0.name.isEmpty && seen.insert(Array($0.name.utf8)).inserted }
        let more = max(site.contributorCount, site.contributors.count) - named.count
        if more > 0 { authors.append(SiteFacts.Contributor(name: words.text("page.moreContributors", ["count": .number(more)]))) }
        return authors.isEmpty ? [SiteFacts.Contributor(name: site.name)] : Array(authors)
    }

    private static func isAddress(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }

    /// YAML in which every value is a quoted string, and a string of JSON, which YAML 1.2 takes as it is.
    private struct Lines {
        private(set) var bytes: [UInt8] = []

        mutating func add(_ name: String, _ text: String, indent: String = "") {
            bytes += "\(indent)\(name): ".utf8
            bytes.appendJSON(text)
            bytes.append(UInt8(ascii: "\n"))
        }

        mutating func addAuthors(_ authors: [SiteFacts.Contributor]) {
            bytes += "authors:\n".utf8
            for author in authors {
                add("name", author.name, indent: "  - ")
                if let address = author.address { add("website", address, indent: "    ") }
            }
        }
    }
}
