import Git
import Markup
package import WikiCore
import Wording

/// The text of a page with everybody's words tinted and named.
package struct AuthorsView: Screen {
    package static let template = "authors"

    private let authors: PageAuthors
    private let choice: AuthorsChoice
    private let now: Int
    private let context: ViewContext
    private let marks: PersonMarks
    private let parts: TextParts
    private let part: Int
    private let chosen: Int?
    private let touches: SentenceTouches?

    /// - Parameters:
    ///   - choice: what the address asks for.
    ///   - touches: who changed the sentence of the bytes that it asks after; nil where it asks after none.
    ///   - now: the clock, Unix.
    package init(_ authors: PageAuthors, choice: AuthorsChoice, touches: SentenceTouches? = nil, now: Int, in context: ViewContext) {
        (self.authors, self.choice, self.touches, self.now, self.context) = (authors, choice, touches, now, context)
        marks = PersonMarks(authors.people)
        parts = TextParts(authors)
        let chosen = choice.who.flatMap { [marks] in marks.person(named: $0) }
        self.chosen = chosen
        let first = chosen.flatMap { person in
            authors.runs.first { $0.change.map { authors.changes[$0].people.contains(person) } ?? false }?.range.lowerBound
        }
        let wished = choice.part.map { $0 - 1 } ?? (choice.at?.lowerBound ?? first).map { [parts] in parts.part(at: $0) } ?? 0
        part = min(max(wished, 0), parts.ranges.count - 1)
    }

    /// In how many parts the text is shown.
    package var partCount: Int { parts.ranges.count }

    package var styles: [String] { Self.workStyles }
    package var scripts: [String] { ["authors.js"] }

    package var fields: [String: TemplateValue] {
        let pieces = parts.pieces(of: part)
        let shown = Set(pieces.compactMap(\.change)).sorted()
        let notes = Dictionary(uniqueKeysWithValues: shown.map { ($0, note($0)) })
        let numbered = Set(shown.flatMap { authors.changes[$0].people.prefix(PersonMarks.numberLimit) })
        let legend = AuthorsLegend(authors: authors, shown: numbered, marks: marks, choice: choice, context: context)
        let asked = choice.at.flatMap { AskedWords(authors, $0, touches: touches, notes: { notes[$0] ?? note($0) }, in: context) }
        return head.merging(navigation) { own, _ in own }.merging([
            "asked": .view(asked), "isByAge": .flag(choice.isByAge),
            "people": .list(choice.isByAge ? [] : legend.people()), "ages": .list(choice.isByAge ? legend.ages(now: now) : []),
            "more": .text(raw: choice.isByAge ? nil : legend.more),
            "words": .list(self.pieces(pieces, notes)), "changes": .views(shown.compactMap { notes[$0] }),
        ]) { own, _ in own }
    }

    private var head: [String: TemplateValue] {
        let words = context.words
        let count: [String: PhraseValue] = ["count": .number(authors.words)]
        let old = SentenceView(
            "authors.old",
            [
                "id": .link(String(authors.revision.id.hex.prefix(7)), href: context.urls.page(path, revision: authors.revision.id.hex)),
                "time": .date(Moment(seconds: Int(authors.revision.time), in: context)),
            ], in: context)
        return [
            "title": .text(raw: authors.title), "pageHref": .text(raw: context.urls.page(path)),
            "lede": .text(raw: words.text("authors.lede", count)),
            "who": .text(raw: words.text("authors.byPeople", ["count": .number(authors.people.count)])),
            "old": authors.isOld ? .view(old) : .absent, "nowHref": .text(raw: authors.isOld ? context.urls.authors(path) : nil),
            "isEmpty": .flag(authors.text.isEmpty),
        ]
    }

    private var navigation: [String: TemplateValue] {
        func address(_ change: (inout AuthorsChoice) -> Void) -> String {
            var next = choice
            next.at = nil
            change(&next)
            return context.urls.authors(path, next)
        }
        let count = parts.ranges.count
        let position: [String: PhraseValue] = ["part": .number(part + 1), "count": .number(count)]
        return [
            "peopleHref": .text(raw: address { ($0.isByAge, $0.part) = (false, part > 0 ? part + 1 : nil) }),
            "ageHref": .text(raw: address { ($0.isByAge, $0.who, $0.part) = (true, nil, part > 0 ? part + 1 : nil) }),
            "allHref": .text(raw: chosen == nil ? nil : address { $0.who = nil }),
            "askHref": .text(raw: address { $0.part = part + 1 }),
            "olderHref": .text(raw: part > 0 ? address { $0.part = part } : nil),
            "newerHref": .text(raw: part + 1 < count ? address { $0.part = part + 2 } : nil),
            "position": .text(raw: count > 1 ? context.words.text("authors.part", position) : nil),
            "historyHref": .text(raw: context.urls.history(path)),
        ]
    }

    private var path: [UInt8] { authors.path.bytes }

    private func note(_ change: Int) -> ChangeNote {
        let entry = authors.changes[change]
        return ChangeNote(entry, number: change, people: entry.people.map { authors.people[$0] }, path: path, in: context)
    }

    // MARK: Words

    private func pieces(_ pieces: [TextParts.Piece], _ notes: [Int: ChangeNote]) -> [TemplateValue] {
        var last: [Int] = []
        return pieces.map { piece in
            let people = piece.change.map { authors.changes[$0].people } ?? []
            defer { last = people }
            return word(piece, people, isNew: people != last, title: piece.change.flatMap { notes[$0]?.title })
        }
    }

    /// Where a word leads: to the answer to what is asked of it; in a static site, to its change at the foot.
    private func address(_ next: AuthorsChoice, change: Int?) -> String {
        let answer = context.urls.authors(path, next)
        return context.urls.isStatic ? change.map { "#change-\($0)" } ?? "" : "\(answer)#asked"
    }

    private func word(_ piece: TextParts.Piece, _ people: [Int], isNew: Bool, title: String?) -> TemplateValue {
        let mark = people.first.map { marks.marks[$0] }
        let other = people.dropFirst().first.map { marks.marks[$0] }
        let change = piece.change.map { authors.changes[$0] }
        let isTheirs = chosen.map { change?.people.contains($0) ?? false }
        var next = choice
        (next.at, next.part) = (piece.range, part > 0 ? part + 1 : nil)
        let isNamed = isNew && !choice.isByAge && !people.isEmpty
        return .view([
            "text": .text(EscapedText(keepingLineEnds: authors.text[piece.range])),
            "title": .text(raw: title ?? context.words.text("person.unknown")),
            "href": .text(raw: address(next, change: piece.change)), "start": .number(piece.range.lowerBound),
            "change": piece.change.map(TemplateValue.number) ?? .absent,
            "hue": choice.isByAge ? .absent : mark.map { .number($0.hue) } ?? .absent, "line": mark.map { .number($0.line) } ?? .absent,
            "otherHue": choice.isByAge ? .absent : other.map { .number($0.hue) } ?? .absent,
            "age": choice.isByAge ? change.map { .number(AgeClass(of: Int($0.commit.time), now: now).rawValue) } ?? .absent : .absent,
            "number": .text(raw: isNamed ? marks.numbers(of: people) : nil),
            "name": .text(raw: isNamed ? NamesText(people.map { authors.people[$0].name }, in: context.words).text : nil),
            "isLit": .flag(isTheirs == true || choice.at?.overlaps(piece.range) == true), "isDim": .flag(isTheirs == false),
            "isCopied": .flag(change?.source != nil),
        ])
    }
}
