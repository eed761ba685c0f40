import Wording

/// Somebody who edited: how much, when, where, and what last.
package struct PersonProfileView: Screen {
    package static let template = "profile"

    /// What there is to count of somebody.
    package struct Figures: Sendable {
        /// Commits that changed something.
        package let edits: Int
        /// Pages that live.
        package let pages: Int
        /// Words written, and those of them that stand today.
        package let written: Int, living: Int
        /// Whether the words of all their pages are counted.
        package let isCounted: Bool
        /// The first and the newest edit, Unix.
        package let first: Int, last: Int

        package init(edits: Int, pages: Int, written: Int, living: Int, isCounted: Bool, first: Int, last: Int) {
            self.edits = edits
            self.pages = pages
            self.written = written
            self.living = living
            self.isCounted = isCounted
            self.first = first
            self.last = last
        }
    }

    /// Where the rest of the edits and other years are.
    package struct Ways: Sendable {
        /// What addresses call the person.
        package let address: String
        /// The years that have edits, newest first.
        package let years: [Int]
        /// The one that is shown; nil for the last weeks.
        package let year: Int?
        /// The cursor for older edits.
        package let after: String?
        /// Whether these are the newest edits.
        package let isFirstPage: Bool

        package init(address: String, years: [Int], year: Int? = nil, after: String? = nil, isFirstPage: Bool = true) {
            self.address = address
            self.years = years
            self.year = year
            self.after = after
            self.isFirstPage = isFirstPage
        }
    }

    private let own: [String: TemplateValue]
    private let person: PersonView
    private let facts: [FactView]
    private let calendar: WeekCalendar
    private let years: [LinkView]
    private let pages: [PersonPageLine]
    private let edits: [PersonEditLine]

    /// - Parameters:
    ///   - account: the account's name; nil where there is none.
    ///   - pages: those where most of their words stand, else those that they edited most.
    ///   - edits: the newest first.
    package init(
        name: String, account: String? = nil, isUnconfirmed: Bool = false, figures: Figures, ways: Ways, calendar: WeekCalendar,
        pages: [PersonPageLine], edits: [PersonEditLine], in context: ViewContext
    ) {
        let (words, urls) = (context.words, context.urls)
        self.calendar = calendar
        self.pages = pages
        self.edits = edits
        person = PersonView(name: name, in: context)
        facts = Self.facts(figures, account: account, in: context)
        let last = LinkView(
            label: words.text("profile.lastWeeks"), href: urls.person(ways.address, after: nil), isCurrent: ways.year == nil)
        years =
            [last]
            + ways.years.map { LinkView(label: String($0), href: urls.person(ways.address, year: $0), isCurrent: $0 == ways.year) }
        own = [
            "isUnconfirmed": .flag(isUnconfirmed),
            "hasPages": .flag(!pages.isEmpty), "hasEdits": .flag(!edits.isEmpty),
            "peopleHref": .text(raw: urls.people()), "feedHref": .text(raw: urls.feedPerson(ways.address)),
            "olderHref": .text(raw: ways.after.map { urls.person(ways.address, year: ways.year, after: $0) }),
            "newestHref": .text(raw: ways.isFirstPage ? nil : urls.person(ways.address, year: ways.year)),
        ]
    }

    package var styles: [String] { Self.peopleStyles }

    package var fields: [String: TemplateValue] {
        own.merging([
            "person": .view(person), "facts": .views(facts), "calendar": .view(calendar), "years": .views(years),
            "pages": .views(pages), "edits": .views(edits),
        ]) { own, _ in own }
    }

    private static func facts(_ figures: Figures, account: String?, in context: ViewContext) -> [FactView] {
        let words = context.words
        func number(_ key: String, _ count: Int) -> FactView {
            FactView(words.text("profile.\(key)"), SentenceView("profile.number", ["count": .number(count)], in: context))
        }
        func counted(_ key: String, _ count: Int) -> FactView {
            guard !figures.isCounted else { return number(key, count) }
            let sentence = count == 0 ? "profile.counting" : "profile.countedSoFar"
            return FactView(words.text("profile.\(key)"), SentenceView(sentence, ["count": .number(count)], in: context))
        }
        func day(_ key: String, _ seconds: Int) -> FactView {
            let moment = Moment(seconds: seconds, in: context)
            return FactView(words.text("profile.\(key)"), SentenceView("profile.day", ["time": .date(moment)], in: context))
        }
        let known = account.map { [FactView(words.text("person.account"), SentenceView(said: $0))] } ?? []
        return known + [
            number("edits", figures.edits), number("pages", figures.pages), counted("written", figures.written),
            counted("living", figures.living), day("first", figures.first), day("last", figures.last),
        ]
    }
}
