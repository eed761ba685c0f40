import Git
import WikiCore
import Wording

/// A change that wrote words of the text: who, when, why, from which page, and where to see it.
struct ChangeNote: TemplateView {
    /// One line for the title of words.
    let title: String
    private let own: [String: TemplateValue]
    private let people: SentenceView
    private let moment: Moment
    private let source: SentenceView?

    /// - Parameters:
    ///   - number: what the page calls it, to be named by.
    ///   - people: its author and co-authors.
    ///   - path: the page whose text it is.
    init(_ change: PageAuthors.Change, number: Int, people: [PageAuthors.Person], path: [UInt8], in context: ViewContext) {
        let (words, urls) = (context.words, context.urls)
        let id = change.commit.id.hex
        let named = people.isEmpty ? [NamedPerson(change.commit.author)] : people.map { $0.named(by: urls) }
        let summary = change.commit.summary.isEmpty ? words.text("revision.noSummary") : change.commit.summary
        self.people = SentenceView(people: named, in: context)
        moment = Moment(seconds: Int(change.commit.time), in: context)
        title = Self.title(named, moment, id, summary, change.source.flatMap { urls.shows($0.path.bytes) ? $0 : nil }, words)
        // A static site says nothing of pages that it does not show.
        let known = change.source.flatMap { urls.shows($0.path.bytes) ? $0 : nil }
        let writtenOn = known?.path.bytes ?? path
        source = known.map { source in
            let title = source.title
            let value: SentenceValue = source.isAlive ? .link(title, href: urls.page(source.path.bytes)) : .text(title)
            return SentenceView("authors.from", ["page": value], in: context)
        }
        own = [
            "number": .number(number), "id": .text(raw: id), "shortID": .text(raw: String(id.prefix(7))), "summary": .text(raw: summary),
            "diffHref": .text(raw: urls.diff(writtenOn, to: id)), "commitHref": .text(raw: urls.commit(id)),
            "count": .text(raw: words.text("authors.words", ["count": .number(change.words)])),
        ]
    }

    /// A revision of the page, of whose words none may be left.
    init(_ revision: Revision, path: [UInt8], in context: ViewContext) {
        let (words, urls) = (context.words, context.urls)
        let id = revision.id.hex
        let summary = revision.summary.isEmpty ? words.text("revision.noSummary") : revision.summary
        let named = RevisionBrief(revision, in: urls).people
        people = SentenceView(people: named, in: context)
        moment = Moment(seconds: Int(revision.time), in: context)
        title = Self.title(named, moment, id, summary, nil, words)
        source = nil
        own = [
            "number": .absent, "id": .text(raw: id), "shortID": .text(raw: String(id.prefix(7))), "summary": .text(raw: summary),
            "diffHref": .text(raw: urls.diff(path, to: id)), "commitHref": .text(raw: urls.commit(id)), "count": .absent,
        ]
    }

    var fields: [String: TemplateValue] {
        own.merging(["people": .view(people), "time": .view(moment), "source": .view(source)]) { own, _ in own }
    }

    private static func title(
        _ people: [NamedPerson], _ moment: Moment, _ id: String, _ summary: String, _ source: PageAuthors.Source?, _ words: Phrasebook
    ) -> String {
        var values: [String: PhraseValue] = [
            "name": .text(NamesText(people.map(\.name), in: words).text), "date": .text(moment.date),
            "id": .text(String(id.prefix(7))), "summary": .text(summary),
        ]
        guard let source else { return words.text("authors.title", values) }
        values["page"] = .text(source.title)
        return words.text("authors.titleFrom", values)
    }
}

extension PageAuthors.Person {
    /// Their name and where their page is.
    func named(by urls: SiteURL) -> NamedPerson { NamedPerson(name, href: person.map { urls.person($0) }) }
}
