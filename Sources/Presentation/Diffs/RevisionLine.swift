import Wording

/// One revision of one page in a list: history, recent changes, the head of a diff.
package struct RevisionLine: TemplateView {
    /// What is special about a revision.
    package enum Mark: String, Sendable, CaseIterable {
        case created, merge, deleted, moved, restored, unconfirmed
        /// Picked for a comparison on another page of the list.
        case picked
    }

    private let own: [String: TemplateValue]
    private let author: SentenceView
    private let moment: Moment
    private let pushed: SentenceView?

    /// The commit's full id.
    let id: String

    /// The day in UTC, by which recent changes are grouped.
    package let day: String

    /// - Parameters:
    ///   - id: the commit's full id.
    ///   - path: the page's path as of then; empty for a commit that touches no page, which leads to the commit alone.
    ///   - title: the page's title, for lists of many pages.
    ///   - author: the author's name as `.mailmap` has it.
    ///   - others: who shares the credit with the author.
    ///   - pusher: who pushed it, where that is somebody else.
    ///   - seconds: the time of the edit, Unix.
    ///   - summary: the first line of the message.
    ///   - added: words added; nil where it is not known yet.
    ///   - removed: words removed.
    ///   - marks: what is special.
    ///   - canChange: offers Undo and Restore.
    ///   - isCurrent: the newest one, which cannot be restored.
    package init(
        id: String, path: [UInt8], title: String? = nil, author: String, authorHref: String? = nil, others: [NamedPerson] = [],
        pusher: String? = nil, seconds: Int, summary: String, added: Int? = nil, removed: Int? = nil, marks: Set<Mark> = [],
        canChange: Bool = true, isCurrent: Bool = false,
        in context: ViewContext
    ) {
        let urls = context.urls
        let isGone = marks.contains(.deleted)
        let hasPage = !path.isEmpty
        self.id = id
        self.author = SentenceView(people: [NamedPerson(author, href: authorHref)] + others, in: context)
        pushed = pusher.map { SentenceView("revision.pushedBy", ["name": .person(PersonView(name: $0, in: context))], in: context) }
        moment = Moment(seconds: seconds, in: context)
        day = CivilDate(seconds: seconds).isoDay
        own = [
            "id": .text(raw: id), "shortID": .text(raw: String(id.prefix(7))),
            "title": .text(raw: title ?? PathName(path).title),
            "path": .text(bytes: path),
            "summary": .text(raw: summary.isEmpty ? context.words.text("revision.noSummary") : summary),
            "pageHref": .text(raw: hasPage ? urls.page(path) : urls.commit(id)),
            "viewHref": .text(raw: hasPage && !isGone ? urls.page(path, revision: id) : nil),
            "diffHref": .text(raw: hasPage ? urls.diff(path, to: id) : urls.commit(id)),
            "historyHref": .text(raw: hasPage ? urls.history(path) : nil),
            "commitHref": .text(raw: urls.commit(id)),
            "undoHref": .text(raw: canChange ? urls.undo(path, revision: id) : nil),
            "restoreHref": .text(raw: canChange && hasPage && !isCurrent && !isGone ? urls.restore(path, revision: id) : nil),
            "added": added.map(TemplateValue.count) ?? .absent, "removed": removed.map(TemplateValue.count) ?? .absent,
            "hasCounts": .flag(added != nil || removed != nil),
            "marks": .list(Mark.allCases.filter(marks.contains).map { .text(raw: context.words.text("mark.\($0.rawValue)")) }),
            "isCurrent": .flag(isCurrent),
            "isFrom": .flag(false), "isTo": .flag(false),
        ]
    }

    package var fields: [String: TemplateValue] {
        own.merging(["author": .view(author), "time": .view(moment), "pushed": .view(pushed)]) { own, _ in own }
    }

    /// The fields with the radio buttons of the compare form set.
    func fields(isFrom: Bool, isTo: Bool) -> TemplateValue {
        .view(fields.merging(["isFrom": .flag(isFrom), "isTo": .flag(isTo)]) { $1 })
    }

    /// What a heading of a day says.
    func dayHeading() -> (iso: String, text: String) { (day, moment.date) }
}
