import Wording

/// What a commit did to one file.
package struct FileChangeView: TemplateView {
    /// The kinds of change.
    package enum Kind: String, Sendable, CaseIterable {
        case created, edited, deleted, moved
    }

    private let own: [String: TemplateValue]
    private let body: DiffBodyView?
    private let versions: [FileVersionView]

    /// - Parameters:
    ///   - path: the page's path, or a file's with its extension.
    ///   - title: a page's title; nil for other files.
    ///   - kind: what happened.
    ///   - oldPath: where it was before a move.
    ///   - body: the difference; nil where it is not shown.
    ///   - versions: a file that is no page before and after.
    ///   - id: the commit, for the links of a page.
    package init(
        path: [UInt8], title: String?, kind: Kind, oldPath: [UInt8]? = nil, body: DiffBodyView? = nil,
        versions: [FileVersionView] = [], id: String, added: Int? = nil, removed: Int? = nil, in context: ViewContext
    ) {
        self.body = body
        self.versions = versions
        let isPage = title != nil
        own = [
            "title": title.map { TemplateValue.text(raw: $0) } ?? .text(bytes: path),
            "path": .text(bytes: path),
            "oldPath": oldPath.map(TemplateValue.text(bytes:)) ?? .absent,
            "kind": .text(raw: context.words.text("change.\(kind.rawValue)")),
            "isPage": .flag(isPage),
            "href": .text(
                raw: kind == .deleted ? nil : (isPage ? context.urls.page(path) : context.urls.isStatic ? nil : context.urls.file(path))),
            "diffHref": .text(raw: isPage ? context.urls.diff(path, to: id) : nil),
            "historyHref": .text(raw: isPage ? context.urls.history(path) : nil),
            "hasVersions": .flag(!versions.isEmpty),
            "hasCounts": .flag(added != nil || removed != nil),
            "added": added.map(TemplateValue.count) ?? .absent,
            "removed": removed.map(TemplateValue.count) ?? .absent,
        ]
    }

    package var fields: [String: TemplateValue] { own.merging(["diff": .view(body), "versions": .views(versions)]) { own, _ in own } }
}
