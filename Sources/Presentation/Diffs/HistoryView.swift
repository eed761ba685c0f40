import Wording

/// The revisions of a page, the newest first, with a form that compares any two.
package struct HistoryView: Screen {
    package static let template = "history"

    private let own: [String: TemplateValue]
    private let revisions: [RevisionLine]

    /// - Parameters:
    ///   - path: the page's path.
    ///   - revisions: one page of them.
    ///   - total: how many there are in all; nil where it is not known.
    ///   - after: the cursor for the next page.
    ///   - isFirstPage: false offers the way back to the newest.
    ///   - deletedIn: the revision that holds the text before a deletion; offers to bring the page back.
    package init(
        path: [UInt8], title: String, revisions: [RevisionLine], total: Int? = nil, after: String? = nil, isFirstPage: Bool = true,
        deletedIn: String? = nil, in context: ViewContext
    ) {
        self.revisions = revisions
        let urls = context.urls
        own = [
            "title": .text(raw: title),
            "total": .text(raw: total.map { context.words.text("history.total", ["count": .number($0)]) }),
            "compareHref": .text(raw: urls.diff(path)),
            "canCompare": .flag(revisions.count > 1),
            "feedHref": .text(raw: urls.feedHistory(path)),
            "olderHref": .text(raw: after.map { urls.history(path, after: $0) }),
            "newestHref": .text(raw: isFirstPage ? nil : urls.history(path)),
            "bringBackHref": .text(raw: deletedIn.map { urls.restore(path, revision: $0) }),
        ]
    }

    package var modules: [String] { ["history.js"] }

    package var fields: [String: TemplateValue] {
        let rows = revisions.enumerated().map { index, line in line.fields(isFrom: index == 1, isTo: index == 0) }
        return own.merging(["revisions": .list(rows)]) { own, _ in own }
    }
}
