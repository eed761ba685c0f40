/// Who changed a page last, when and why: the small print in the margin.
package struct LastEditView: TemplateView {
    private let sentence: SentenceView
    private let summary: String
    private let diff: String
    private let shortID: String
    private let pushed: SentenceView?
    private let isUnconfirmed: Bool

    /// - Parameters:
    ///   - pusher: who pushed it, where that is somebody else.
    ///   - isUnconfirmed: nobody has confirmed whose work it is.
    package init(
        path: [UInt8], revision: RevisionBrief, pusher: String? = nil, isUnconfirmed: Bool = false, in context: ViewContext
    ) {
        sentence = SentenceView(
            "page.lastEdit",
            [
                "time": .time(Moment(seconds: revision.seconds, in: context)),
                "author": .people(revision.people),
            ], in: context)
        pushed = pusher.map { SentenceView("revision.pushedBy", ["name": .person(PersonView(name: $0, in: context))], in: context) }
        self.isUnconfirmed = isUnconfirmed
        summary = revision.summary
        diff = context.urls.diff(path, to: revision.id)
        shortID = String(revision.id.prefix(7))
    }

    package var fields: [String: TemplateValue] {
        [
            "sentence": .view(sentence), "pushed": .view(pushed), "isUnconfirmed": .flag(isUnconfirmed), "summary": .text(raw: summary),
            "diffHref": .text(raw: diff), "shortID": .text(raw: shortID),
        ]
    }
}
