import Wording

/// An Atom feed (RFC 4287) of edits; `Theme.renderDocument(FeedView.template, …)` writes it.
package struct FeedView: TemplateView {
    /// The template's name.
    package static let template = "feed"

    private let own: [String: TemplateValue]
    private let entries: [FeedEntry]

    /// The feed of recent changes.
    /// - Parameter wiki: what tells the wiki from others where it has no address: the id of its first commit.
    package init(recent entries: [FeedEntry], siteName: String, wiki: String?, in context: ViewContext) {
        let title = context.words.text("feed.recent", ["site": .text(siteName)])
        self.init(title: title, address: context.urls.feedRecent, page: context.urls.recent(), entries: entries, wiki, context)
    }

    /// The feed of one page's revisions.
    /// - Parameter wiki: what tells the wiki from others where it has no address: the id of its first commit.
    package init(
        history entries: [FeedEntry], path: [UInt8], title: String, siteName: String, wiki: String?, in context: ViewContext
    ) {
        let heading = context.words.text("feed.history", ["title": .text(title), "site": .text(siteName)])
        let urls = context.urls
        self.init(title: heading, address: urls.feedHistory(path), page: urls.history(path), entries: entries, wiki, context)
    }

    /// The feed of one person's edits.
    /// - Parameters:
    ///   - address: what addresses call the person.
    ///   - wiki: what tells the wiki from others where it has no address: the id of its first commit.
    package init(
        person entries: [FeedEntry], name: String, address: String, siteName: String, wiki: String?, in context: ViewContext
    ) {
        let urls = context.urls
        let heading = context.words.text("feed.person", ["name": .text(name), "site": .text(siteName)])
        self.init(title: heading, address: urls.feedPerson(address), page: urls.person(address), entries: entries, wiki, context)
    }

    /// The feed of recent changes as a file of a site.
    /// - Parameters:
    ///   - address: the file's own, from the root of the host.
    ///   - page: where readers find the same, likewise.
    package init(file entries: [FeedEntry], address: String, page: String, siteName: String, in context: ViewContext) {
        let title = context.words.text("feed.recent", ["site": .text(siteName)])
        self.init(title: title, address: address, page: page, entries: entries, nil, context)
    }

    private init(title: String, address: String, page: String, entries: [FeedEntry], _ wiki: String?, _ context: ViewContext) {
        self.entries = entries
        let own = context.urls.absolute(address)
        // Without an address it has a name like those of its entries, the same wherever it is read.
        let name = PercentCoding.segment(context.urls.fromRoot(address).utf8)
        let id = "urn:git:\(wiki ?? String(repeating: "0", count: 40)):\(name)"
        self.own = [
            "title": .text(raw: title), "id": .text(raw: context.urls.origin == nil ? id : own),
            "selfHref": .text(raw: own), "pageHref": .text(raw: context.urls.absolute(page)),
            "updated": .text(raw: entries.map(\.updated).max() ?? CivilDate(seconds: 0).iso),
            "language": .text(raw: context.words.language),
        ]
    }

    package var fields: [String: TemplateValue] { own.merging(["entries": .views(entries)]) { own, _ in own } }
}
