/// The pages of a site for language models, in the format of llmstxt.org: what the site is, and a list of links to the Markdown of
/// each page, by the folders at its top. Linear.
package struct ModelIndex: Sendable {
    /// `llms.txt`.
    package let file: ExportFile

    /// - Parameters:
    ///   - pages: in the order of the site.
    ///   - heading: what pages in no folder stand under.
    package init(_ site: SiteFacts, _ pages: [ListedPage], heading: String) {
        var bytes = Array("# ".utf8)
        bytes.appendMarkdownLine(site.name)
        if let description = site.description {
            bytes += "\n> ".utf8
            bytes.appendMarkdownLine(description)
        }
        for section in Self.sections(pages) {
            bytes += "\n## ".utf8
            bytes.appendMarkdownLine(section.folder.map { String(decoding: $0, as: UTF8.self) } ?? heading)
            bytes += "\n".utf8
            for page in section.pages { Self.write(page, to: &bytes) }
        }
        file = ExportFile(path: "llms.txt", bytes: bytes)
    }

    /// The pages of each folder at the top, folders in the order in which they come; those in none first.
    private static func sections(_ pages: [ListedPage]) -> [(folder: [UInt8]?, pages: [ListedPage])] {
        var sections: [(folder: [UInt8]?, pages: [ListedPage])] = [(nil, [])]
        var places: [[UInt8]: Int] = [:]
        for page in pages {
            guard let slash = page.path.firstIndex(of: UInt8(ascii: "/")) else {
                sections[0].pages.append(page)
                continue
            }
            let folder = Array(page.path[..<slash])
            if places[folder] == nil {
                places[folder] = sections.count
                sections.append((folder, []))
            }
            if let place = places[folder] { sections[place].pages.append(page) }
        }
        return sections.filter { !$0.pages.isEmpty }
    }

    private static func write(_ page: ListedPage, to bytes: inout [UInt8]) {
        bytes += "- [".utf8
        bytes.appendMarkdown(page.title.isEmpty ? String(decoding: page.path, as: UTF8.self) : page.title)
        bytes += "](".utf8
        bytes.appendMarkdownAddress(page.markdown)
        bytes += ")".utf8
        if let description = page.description, !description.isEmpty {
            bytes += ": ".utf8
            bytes.appendMarkdown(description)
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}
