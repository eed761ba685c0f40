/// What changed between two revisions of a page.
package struct DiffView: Screen {
    package static let template = "diff"

    private let title: String
    private let old: RevisionLine?
    private let new: RevisionLine
    private let body: DiffBodyView
    private let rendered: RenderedDiffView?
    private let links: [String: TemplateValue]

    /// - Parameters:
    ///   - path: the page's path now.
    ///   - title: the page's title now.
    ///   - old: the older revision; nil where the page began.
    ///   - new: the newer one.
    ///   - fromID, toID: as in the address, to keep them when the form of view changes.
    ///   - body: the difference, made for `isSplit`.
    ///   - rendered: the difference as a page that can be read, shown instead of `body`.
    ///   - newer: the address of the next newer change of the page, if there is one.
    ///   - older: that of the next older one.
    ///   - undo: the form that takes this edit back; nil where nothing can be written or the two are not neighbours.
    ///   - restore: the form that brings the older side back.
    package init(
        path: [UInt8], title: String, old: RevisionLine?, new: RevisionLine, fromID: String?, toID: String?, body: DiffBodyView,
        isSplit: Bool, rendered: RenderedDiffView? = nil, newer: String? = nil, older: String? = nil, undo: String? = nil,
        restore: String? = nil, in context: ViewContext
    ) {
        self.title = title
        self.old = old
        self.new = new
        self.body = body
        self.rendered = rendered
        let urls = context.urls
        links = [
            "pageHref": .text(raw: urls.page(path)),
            "unifiedHref": .text(raw: urls.diff(path, from: fromID, to: toID)),
            "splitHref": .text(raw: urls.diff(path, from: fromID, to: toID, view: "split")),
            "renderedHref": .text(raw: urls.diff(path, from: fromID, to: toID, view: "rendered")),
            "historyHref": .text(raw: urls.history(path)),
            "newerHref": .text(raw: newer),
            "olderHref": .text(raw: older),
            "undoHref": .text(raw: undo),
            "restoreHref": .text(raw: restore),
            "isSplit": .flag(isSplit),
            "isUnified": .flag(!isSplit && rendered == nil),
        ]
    }

    package var styles: [String] { Self.workStyles + (rendered == nil ? [] : ["rendered-diff.css"]) }

    package var modules: [String] { rendered?.hasMath == true ? ["math.js"] : [] }

    package var fields: [String: TemplateValue] {
        links.merging([
            "title": .text(raw: title), "old": .view(old), "new": .view(new), "diff": rendered == nil ? .view(body) : .absent,
            "rendered": .view(rendered),
        ]) { own, _ in own }
    }
}
