/// Who changed a page last, when and why: the small print in the margin.
package struct LastEditView: TemplateView {
    private let sentence: SentenceView
    private let summary: String
    private let diff: String
    private let shortID: String

    package init(path: [UInt8], revision: RevisionBrief, authorHref: String? = nil, in context: ViewContext) {
        sentence = SentenceView(
            "page.lastEdit",
            [
                "time": .time(Moment(seconds: revision.seconds, in: context)),
                "author": .person(PersonView(name: revision.author, href: authorHref, in: context)),
            ], in: context)
        summary = revision.summary
        diff = context.urls.diff(path, to: revision.id)
        shortID = String(revision.id.prefix(7))
    }

    package var fields: [String: TemplateValue] {
        ["sentence": .view(sentence), "summary": .text(raw: summary), "diffHref": .text(raw: diff), "shortID": .text(raw: shortID)]
    }
}
