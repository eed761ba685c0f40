import Wording

/// What changed between two revisions of a page.
package struct DiffView: Screen {
    package static let template = "diff"

    private let title: String
    private let old: RevisionLine?
    private let new: RevisionLine
    private let body: DiffBodyView?
    private let rendered: RenderedDiffView?
    private let links: [String: TemplateValue]
    private let forms: [LinkView]

    /// - Parameters:
    ///   - path: the page's path now.
    ///   - title: the page's title now.
    ///   - old: the older revision; nil where the page began.
    ///   - new: the newer one.
    ///   - fromID, toID: as in the address, to keep them when the view changes.
    ///   - body: the difference, made as chosen; nil where it is shown as it reads.
    ///   - choice: how the reader wants to see it.
    ///   - rendered: the difference as a page that can be read.
    ///   - newer: the address of the next newer change of the page, if there is one.
    ///   - older: that of the next older one.
    ///   - undo: the form that takes this edit back; nil where nothing can be written or the two are not neighbours.
    ///   - restore: the form that brings the older side back.
    package init(
        path: [UInt8], title: String, old: RevisionLine?, new: RevisionLine, fromID: String?, toID: String?, body: DiffBodyView?,
        choice: DiffChoice = DiffChoice(), rendered: RenderedDiffView? = nil, newer: String? = nil, older: String? = nil,
        undo: String? = nil, restore: String? = nil, in context: ViewContext
    ) {
        self.title = title
        self.old = old
        self.new = new
        self.body = body
        self.rendered = rendered
        let urls = context.urls
        func address(_ change: (inout DiffChoice) -> Void) -> String {
            var other = choice
            change(&other)
            return urls.diff(path, from: fromID, to: toID, other)
        }
        forms = DiffChoice.Form.allCases.map { form in
            LinkView(
                label: context.words.text("diff.form.\(form.rawValue)"), href: address { $0.form = form }, isCurrent: form == choice.form)
        }
        links = [
            "pageHref": .text(raw: urls.page(path)),
            "spaceHref": .text(raw: address { $0.ignoresSpace.toggle() }),
            "ignoresSpace": .flag(choice.ignoresSpace),
            "wholeHref": .text(raw: address { $0.isWhole.toggle() }),
            "isWhole": .flag(choice.isWhole),
            "historyHref": .text(raw: urls.history(path)),
            "newerHref": .text(raw: newer),
            "olderHref": .text(raw: older),
            "undoHref": .text(raw: undo),
            "restoreHref": .text(raw: restore),
        ]
    }

    package var styles: [String] { Self.workStyles + (rendered == nil ? [] : ["rendered-diff.css"]) }

    package var scripts: [String] { rendered?.hasMath == true ? ["math.js"] : [] }

    package var fields: [String: TemplateValue] {
        links.merging([
            "title": .text(raw: title), "old": .view(old), "new": .view(new), "diff": .view(body), "rendered": .view(rendered),
            "forms": .views(forms),
        ]) { own, _ in own }
    }
}
