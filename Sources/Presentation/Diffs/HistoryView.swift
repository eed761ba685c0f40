import Wording

/// The revisions of a page, the newest first, with a form that compares any two.
package struct HistoryView: Screen {
    package static let template = "history"

    private let own: [String: TemplateValue]
    private let revisions: [RevisionLine]
    private let from: Int
    private let to: Int

    /// - Parameters:
    ///   - path: the page's path.
    ///   - revisions: one page of them, and those that were picked on other pages.
    ///   - from, to: the ids of the picked ones; where they are not among `revisions`, the newest step is picked.
    ///   - total: how many there are in all; nil where it is not known.
    ///   - after: the cursor for the next page.
    ///   - isFirstPage: false offers the way back to the newest.
    ///   - deletedIn: the revision that holds the text before a deletion; offers to bring the page back.
    package init(
        path: [UInt8], title: String, revisions: [RevisionLine], from: String? = nil, to: String? = nil, total: Int? = nil,
        after: String? = nil, isFirstPage: Bool = true,
        deletedIn: String? = nil, in context: ViewContext
    ) {
        self.init(
            path: path, title: title, revisions: revisions, from: from, to: to, total: total, after: after, isFirstPage: isFirstPage,
            older: nil, newest: nil, canCompare: revisions.count > 1, deletedIn: deletedIn, context)
    }

    /// The same in a static site, where no form compares any two.
    /// - Parameters:
    ///   - older: the address of the next part; nil where this is the end.
    ///   - newest: the address of the first part; nil where this is it.
    package init(
        path: [UInt8], title: String, revisions: [RevisionLine], total: Int, older: String?, newest: String?, in context: ViewContext
    ) {
        self.init(
            path: path, title: title, revisions: revisions, from: nil, to: nil, total: total, after: nil, isFirstPage: true,
            older: older, newest: newest, canCompare: false, deletedIn: nil, context)
    }

    private init(
        path: [UInt8], title: String, revisions: [RevisionLine], from: String?, to: String?, total: Int?, after: String?, isFirstPage: Bool,
        older: String?, newest: String?, canCompare: Bool, deletedIn: String?, _ context: ViewContext
    ) {
        self.revisions = revisions
        self.from = revisions.firstIndex { $0.id == from } ?? 1
        self.to = revisions.firstIndex { $0.id == to } ?? 0
        let urls = context.urls
        own = [
            "title": .text(raw: title),
            "total": .text(raw: total.map { context.words.text("history.total", ["count": .number($0)]) }),
            "compareHref": .text(raw: urls.diff(path)),
            "canCompare": .flag(canCompare), "olderHref": .text(raw: older), "newestHref": .text(raw: newest),
            "feedHref": .text(raw: urls.feedHistory(path)),
            "listHref": .text(raw: urls.history(path)),
            "after": .text(raw: after),
            "hasNewer": .flag(!isFirstPage),
            "bringBackHref": .text(raw: deletedIn.map { urls.restore(path, revision: $0) }),
        ]
    }

    package var scripts: [String] { ["history.js"] }

    package var fields: [String: TemplateValue] {
        let rows = revisions.enumerated().map { index, line in line.fields(isFrom: index == from, isTo: index == to) }
        return own.merging(["revisions": .list(rows)]) { own, _ in own }
    }
}
