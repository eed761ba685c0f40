import Git
import WikiCore
import Wording

/// What the tints mean: people with their shares, or ages.
struct AuthorsLegend {
    /// The most people that are listed besides those whose numbers stand in the text that is shown; the rest are counted.
    static let peopleLimit = 100

    let authors: PageAuthors
    /// Those whose numbers stand in the text that is shown, as places in `PageAuthors.people`.
    let shown: Set<Int>
    let marks: PersonMarks
    let choice: AuthorsChoice
    let context: ViewContext

    /// The people that are listed, those with the most words first.
    private var listed: [Int] { authors.people.indices.filter { $0 < Self.peopleLimit || shown.contains($0) } }

    /// One line for each person: number, name, share, words, and the address that lets their words stand out, or all again.
    func people() -> [TemplateValue] {
        let chosen = choice.who.flatMap { marks.person(named: $0) }
        return listed.map { index in
            let (person, mark) = (authors.people[index], marks.marks[index])
            var next = choice
            (next.who, next.part, next.at) = (chosen == index ? nil : mark.name, nil, nil)
            let name: [String: PhraseValue] = ["name": .text(person.name)]
            return .view([
                "number": .number(mark.number), "line": .number(mark.line),
                "person": .view(PersonView(name: person.name, href: person.person.map { context.urls.person($0) }, in: context)),
                "hue": .number(mark.hue), "share": .text(raw: ShareText(person.share, in: context).text),
                "count": .text(raw: context.words.text("authors.words", ["count": .number(Int(person.words.rounded()))])),
                "permille": .number(Int((person.share * 1000).rounded())), "isChosen": .flag(chosen == index),
                "isUnconfirmed": .flag(person.isUnconfirmed),
                "pick": .text(raw: chosen == index ? context.words.text("authors.all") : context.words.text("authors.pick", name)),
                "href": .text(raw: context.urls.authors(authors.path.bytes, next)),
            ])
        }
    }

    /// How many people are not listed, in words; nil where all are.
    var more: String? {
        let rest = authors.people.count - listed.count
        return rest > 0 ? context.words.text("page.moreContributors", ["count": .number(rest)]) : nil
    }

    /// One line for each age, with the share of words of that age.
    func ages(now: Int) -> [TemplateValue] {
        var words: [AgeClass: Int] = [:]
        for change in authors.changes { words[AgeClass(of: Int(change.commit.time), now: now), default: 0] += change.words }
        let total = max(1, authors.words)
        return AgeClass.allCases.map { age in
            .view([
                "age": .number(age.rawValue), "label": .text(raw: context.words.text(age.phrase)),
                "share": .text(raw: ShareText(Double(words[age] ?? 0) / Double(total), in: context).text),
            ])
        }
    }
}
