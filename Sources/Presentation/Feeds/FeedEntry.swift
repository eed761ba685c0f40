import Wording

/// One edit in a feed.
package struct FeedEntry: TemplateView {
    /// When, as RFC 3339 in UTC.
    let updated: String
    private let own: [String: TemplateValue]

    /// - Parameters:
    ///   - id: the commit's full id.
    ///   - path: the page's path as of then.
    ///   - title: the page's title.
    ///   - seconds: when, Unix.
    package init(id: String, path: [UInt8], title: String, author: String, seconds: Int, summary: String, in context: ViewContext) {
        let urls = context.urls
        updated = CivilDate(seconds: seconds).iso
        let address = urls.absolute(urls.diff(path, to: id))
        own = [
            "id": .text(raw: urls.origin == nil ? "urn:git:\(id):\(PercentCoding.segment(path))" : address),
            "title": .text(raw: title),
            "href": .text(raw: address),
            "author": .text(raw: author.isEmpty ? context.words.text("person.unknown") : author),
            "summary": .text(raw: summary.isEmpty ? context.words.text("revision.noSummary") : summary),
            "updated": .text(raw: updated),
        ]
    }

    package var fields: [String: TemplateValue] { own }
}
