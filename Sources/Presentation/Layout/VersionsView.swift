import Wording

/// The versions of a site, to choose from, and a line where the one that is read is not the newest.
package struct VersionsView: TemplateView {
    /// A version of the site.
    package struct Version: Sendable, Hashable {
        /// As the author calls it: a tag, or a branch.
        package let name: String
        /// The same page there, or the version's first page where it has none.
        package let href: String

        package init(name: String, href: String) {
            self.name = name
            self.href = href
        }
    }

    /// The style sheets that it needs, by asset name.
    static let styles = ["site.css"]

    private let own: [String: TemplateValue]

    /// - Parameters:
    ///   - versions: the newest first, or as the author orders them.
    ///   - current: the place of the one that is read.
    ///   - newest: the place of the one to recommend.
    package init(_ versions: [Version], current: Int, newest: Int = 0, in context: ViewContext) {
        let links = versions.indices.map { LinkView(label: versions[$0].name, href: versions[$0].href, isCurrent: $0 == current) }
        let read = versions.indices.contains(current) ? versions[current] : nil
        let best = versions.indices.contains(newest) && newest != current ? versions[newest] : nil
        let older = read.flatMap { read in
            best.map { best in
                SentenceView("versions.older", ["version": .text(read.name), "newest": .link(best.name, href: best.href)], in: context)
            }
        }
        own = ["choices": .views(links), "version": .text(raw: read?.name), "older": .view(older)]
    }

    package var fields: [String: TemplateValue] { own }
}
