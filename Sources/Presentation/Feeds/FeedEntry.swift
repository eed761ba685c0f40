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
    ///   - others: who shares the credit with the author.
    ///   - pusher: who pushed it, where that is somebody else than the author.
    ///   - isUnconfirmed: nobody has confirmed whose work it is.
    ///   - seconds: when, Unix.
    ///   - address: where a site of files shows the edit, with scheme and host where they are known; nil is the server's view of it.
    package init(
        id: String, path: [UInt8], title: String, author: String, others: [String] = [], pusher: String? = nil,
        isUnconfirmed: Bool = false, seconds: Int, summary: String, address shown: String? = nil, in context: ViewContext
    ) {
        let urls = context.urls
        updated = CivilDate(seconds: seconds).iso
        let address = shown ?? urls.absolute(urls.diff(path, to: id))
        own = [
            "id": .text(raw: urls.origin == nil || shown != nil ? "urn:git:\(id):\(PercentCoding.segment(path))" : address),
            "title": .text(raw: title),
            "href": .text(raw: address),
            "authors": .list(([author] + others).map { .text(raw: $0.isEmpty ? context.words.text("person.unknown") : $0) }),
            "summary": .text(raw: Self.summary(summary, pusher: pusher, isUnconfirmed: isUnconfirmed, context.words)),
            "updated": .text(raw: updated),
        ]
    }

    package var fields: [String: TemplateValue] { own }

    /// The summary, and in brackets what a reader should know of its credit.
    private static func summary(_ summary: String, pusher: String?, isUnconfirmed: Bool, _ words: Phrasebook) -> String {
        let shown = summary.isEmpty ? words.text("revision.noSummary") : summary
        var notes = pusher.map { [words.text("revision.pushedBy", ["name": .text($0)])] } ?? []
        if isUnconfirmed { notes.append(words.text("mark.unconfirmed")) }
        guard !notes.isEmpty else { return shown }
        return words.text("feed.noted", ["summary": .text(shown), "note": .text(notes.joined(separator: words.text("summary.separator")))])
    }
}
