import Git
import Presentation
import WikiCore

/// Makes the page of a person out of one state of the wiki. Blocking.
struct PersonScreen {
    let site: WikiSite
    let person: Person
    /// The year whose weeks are shown; nil for the last ones.
    let year: Int?
    /// The place before which the listed edits are; nil for the newest.
    let before: Int64?

    /// How many edits it lists.
    private static let editLimit = 30
    /// How many pages it names.
    private static let pageLimit = 10
    /// How many years it leads to; histories may claim any.
    private static let yearLimit = 60
    /// How many weeks it shows where no year is asked for.
    private static let weeks = 53

    /// What is read for it.
    struct Content: Sendable {
        let edits: [RecentCommits]
        let hasMore: Bool
        fileprivate let pages: [PersonPageLine]
        fileprivate let figures: PersonProfileView.Figures
        fileprivate let calendar: WeekCalendar
        fileprivate let years: [Int]
    }

    /// Reads all of it.
    func read(_ snapshot: WikiSnapshot) throws -> Content {
        let index = snapshot.index
        let edits = try RecentCommits.read(snapshot, by: person, before: before, limit: Self.editLimit + 1)
        let pages = try index.pages(of: person, limit: Self.pageLimit).map {
            PersonPageLine(
                path: try snapshot.lookup.address(of: $0.page).bytes, title: $0.page.title, edits: $0.edits, living: $0.living,
                in: site.context)
        }
        let figures = PersonProfileView.Figures(
            edits: person.edits, pages: try index.pageCount(of: person), written: person.written, living: person.living,
            isCounted: try index.hasCountedWords(of: person), first: Int(person.first.time), last: Int(person.last.time))
        return Content(
            edits: Array(edits.prefix(Self.editLimit)), hasMore: edits.count > Self.editLimit, pages: pages, figures: figures,
            calendar: try calendar(index), years: try years(index))
    }

    /// The page.
    func view(_ content: Content, notes: PushNotes) -> PersonProfileView {
        let edits = content.edits.map {
            PersonEditLine(
                $0.line(in: site.context, notes: notes, canChange: false),
                isByOther: $0.commit.person.map { !$0.utf8.elementsEqual(person.address.utf8) } ?? true)
        }
        let ways = PersonProfileView.Ways(
            address: person.address, years: content.years, year: year,
            after: content.hasMore ? content.edits.last.map { String($0.commit.place) } : nil, isFirstPage: before == nil)
        return PersonProfileView(
            name: person.name, account: person.account, isUnconfirmed: person.isUnconfirmed, figures: content.figures, ways: ways,
            calendar: content.calendar, pages: content.pages, edits: edits, in: site.context)
    }

    private func calendar(_ index: IndexReader) throws -> WeekCalendar {
        let now = CalendarWeek.of(site.wiki.now)
        let weeks = year.map(WeekCalendar.weeks(ofYear:)) ?? (now - Self.weeks + 1)...now
        let found = try index.weeks(of: person, from: weeks.lowerBound, through: weeks.upperBound)
        return WeekCalendar(
            weeks: weeks, edits: Dictionary(uniqueKeysWithValues: found.map { ($0.week, $0.edits) }), year: year, in: site.context)
    }

    /// The years that have edits, newest first, found by leaping from one to the next.
    private func years(_ index: IndexReader) throws -> [Int] {
        var years: [Int] = []
        var end = Int.max
        while years.count < Self.yearLimit, let week = try index.week(of: person, before: end) {
            let year = WeekCalendar.year(of: week)
            years.append(year)
            end = min(week, WeekCalendar.weeks(ofYear: year).lowerBound)
        }
        return years
    }
}
