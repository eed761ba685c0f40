/// A page that is not there: an invitation to write it.
package struct MissingPageView: Screen {
    package static let template = "missing"

    private let own: [String: TemplateValue]
    private let similar: [PageLink]
    private let deleted: SentenceView?

    /// - Parameters:
    ///   - path: what was asked for.
    ///   - similar: pages whose names come close.
    ///   - deletion: where the page was deleted: by whom, when, and in which commit.
    ///   - lastRevision: the revision that would bring it back.
    package init(
        path: [UInt8], similar: [PageLink] = [], deletion: RevisionBrief? = nil, lastRevision: String? = nil, isWritable: Bool = true,
        in context: ViewContext
    ) {
        let title = PathName(path).title
        self.similar = similar
        deleted = deletion.map {
            SentenceView(
                "missing.deleted",
                [
                    "author": .people($0.people), "time": .date(Moment(seconds: $0.seconds, in: context)),
                    "summary": .text($0.summary),
                ], in: context)
        }
        own = [
            "title": .text(raw: title),
            "path": .text(bytes: path),
            "writeHref": .text(raw: isWritable ? context.urls.newPage(path) : nil),
            "searchHref": .text(raw: context.urls.search(title)),
            "historyHref": .text(raw: deletion == nil ? nil : context.urls.history(path)),
            "bringBackHref": .text(raw: isWritable ? lastRevision.map { context.urls.restore(path, revision: $0) } : nil),
            "hasSimilar": .flag(!similar.isEmpty),
        ]
    }

    package var fields: [String: TemplateValue] {
        own.merging(["similar": .views(similar), "deleted": .view(deleted)]) { own, _ in own }
    }
}
