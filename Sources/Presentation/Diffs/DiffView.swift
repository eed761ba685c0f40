/// What changed between two revisions of a page.
package struct DiffView: Screen {
    package static let template = "diff"

    private let title: String
    private let old: RevisionLine?
    private let new: RevisionLine
    private let body: DiffBodyView
    private let links: [String: TemplateValue]

    /// - Parameters:
    ///   - path: the page's path now.
    ///   - title: the page's title now.
    ///   - old: the older revision; nil where the page began.
    ///   - new: the newer one.
    ///   - fromID, toID: as in the address, to keep them when the form of view changes.
    ///   - body: the difference, made for `isSplit`.
    ///   - newer: the address of the next newer change of the page, if there is one.
    ///   - older: that of the next older one.
    ///   - undo: the form that takes this edit back; nil where nothing can be written or the two are not neighbours.
    ///   - restore: the form that brings the older side back.
    package init(
        path: [UInt8], title: String, old: RevisionLine?, new: RevisionLine, fromID: String?, toID: String?, body: DiffBodyView,
        isSplit: Bool, newer: String? = nil, older: String? = nil, undo: String? = nil, restore: String? = nil, in context: ViewContext
    ) {
        self.title = title
        self.old = old
        self.new = new
        self.body = body
        let urls = context.urls
        links = [
            "pageHref": .text(raw: urls.page(path)),
            "unifiedHref": .text(raw: urls.diff(path, from: fromID, to: toID)),
            "splitHref": .text(raw: urls.diff(path, from: fromID, to: toID, view: "split")),
            "historyHref": .text(raw: urls.history(path)),
            "newerHref": .text(raw: newer),
            "olderHref": .text(raw: older),
            "undoHref": .text(raw: undo),
            "restoreHref": .text(raw: restore),
            "isSplit": .flag(isSplit),
        ]
    }

    package var styles: [String] { Self.workStyles }

    package var fields: [String: TemplateValue] {
        links.merging(["title": .text(raw: title), "old": .view(old), "new": .view(new), "diff": .view(body)]) { own, _ in own }
    }
}
