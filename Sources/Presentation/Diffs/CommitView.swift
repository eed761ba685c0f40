import WikiCore
import Wording

/// One commit: who, when, why, and all it changed.
package struct CommitView: Screen {
    package static let template = "commit"

    private let own: [String: TemplateValue]
    private let author: SentenceView
    private let committer: PersonView?
    private let pusher: PersonView?
    private let moment: Moment
    private let parents: [LinkView]
    private let pages: [FileChangeView]
    private let files: [FileChangeView]

    /// - Parameters:
    ///   - id: the full id.
    ///   - message: the whole message; its first line becomes the heading.
    ///   - authorHref: the author's page.
    ///   - others: who shares the credit with the author.
    ///   - committer: shown where it is somebody else than the author.
    ///   - pusher: who pushed it, where that is somebody else than the author.
    ///   - isUnconfirmed: nobody has confirmed whose work it is.
    ///   - parents: full ids.
    ///   - pages: the pages it changed, each with its difference.
    ///   - files: all other files.
    ///   - hiddenChanges: how many more there are than are shown.
    ///   - canRevert: offers to take the commit back.
    package init(
        id: String, message: String, author: String, authorHref: String? = nil, others: [NamedPerson] = [], committer: String? = nil,
        pusher: String? = nil, isUnconfirmed: Bool = false, seconds: Int, offsetMinutes: Int = 0, parents: [String],
        pages: [FileChangeView], files: [FileChangeView] = [],
        hiddenChanges: Int = 0, canRevert: Bool, in context: ViewContext
    ) {
        let message = CommitMessage(message)
        let subject = message.subject
        own = [
            "id": .text(raw: id), "shortID": .text(raw: String(id.prefix(7))),
            "subject": .text(raw: subject.isEmpty ? context.words.text("revision.noSummary") : subject),
            "body": .text(raw: message.body),
            "revertHref": .text(raw: canRevert ? context.urls.revert(id) : nil),
            "hidden": .text(raw: hiddenChanges > 0 ? context.words.text("commit.hidden", ["count": .number(hiddenChanges)]) : nil),
            "hasPages": .flag(!pages.isEmpty), "hasFiles": .flag(!files.isEmpty), "isRoot": .flag(parents.isEmpty),
            "isUnconfirmed": .flag(isUnconfirmed),
        ]
        self.author = SentenceView(people: [NamedPerson(author, href: authorHref)] + others, in: context)
        self.committer = committer.flatMap { $0 == author ? nil : PersonView(name: $0, in: context) }
        self.pusher = pusher.flatMap { $0 == author ? nil : PersonView(name: $0, in: context) }
        moment = Moment(seconds: seconds, offsetMinutes: offsetMinutes, in: context)
        self.parents = parents.map { LinkView(label: String($0.prefix(7)), href: context.urls.commit($0)) }
        self.pages = pages
        self.files = files
    }

    package var styles: [String] { Self.workStyles }

    package var fields: [String: TemplateValue] {
        own.merging([
            "author": .view(author), "committer": .view(committer), "pusher": .view(pusher), "time": .view(moment),
            "parents": .views(parents),
            "pages": .views(pages), "files": .views(files),
        ]) { own, _ in own }
    }
}
