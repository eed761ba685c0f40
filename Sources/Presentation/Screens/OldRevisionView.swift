/// The banner over a page at an older revision.
package struct OldRevisionView: TemplateView {
    private let sentence: SentenceView
    private let placed: SentenceView?
    private let pushed: SentenceView?
    private let isUnconfirmed: Bool
    private let own: [String: TemplateValue]

    /// - Parameters:
    ///   - path: the page's path now.
    ///   - pathThen: its path at that revision.
    ///   - revision: the one that is shown.
    ///   - pusher: who pushed it, where that is somebody else than its author.
    ///   - isUnconfirmed: nobody has confirmed whose work it is.
    ///   - canRestore: offers to bring it back.
    package init(
        path: [UInt8], pathThen: [UInt8]? = nil, revision: RevisionBrief, pusher: String? = nil, isUnconfirmed: Bool = false,
        canRestore: Bool, in context: ViewContext
    ) {
        pushed = pusher.map { SentenceView("revision.pushedBy", ["name": .person(PersonView(name: $0, in: context))], in: context) }
        self.isUnconfirmed = isUnconfirmed
        sentence = SentenceView(
            "old.what",
            [
                "id": .code(String(revision.id.prefix(7))), "time": .date(Moment(seconds: revision.seconds, in: context)),
                "author": .people(revision.people),
            ], in: context)
        placed = pathThen.flatMap { then in
            then == path ? nil : SentenceView("old.path", ["path": .code(String(decoding: then, as: UTF8.self))], in: context)
        }
        own = [
            "currentHref": .text(raw: context.urls.page(path)),
            "diffHref": .text(raw: context.urls.diff(path, from: revision.id)),
            "restoreHref": .text(raw: canRestore ? context.urls.restore(path, revision: revision.id) : nil),
        ]
    }

    package var fields: [String: TemplateValue] {
        own.merging(["sentence": .view(sentence), "placed": .view(placed), "pushed": .view(pushed), "isUnconfirmed": .flag(isUnconfirmed)])
        { own, _ in own }
    }
}
