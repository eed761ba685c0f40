package import Git
package import WikiCore

/// Makes the page of a person out of one state of the wiki. Blocking.
package struct PersonScreen {
    private let source: ScreenSource
    private let person: Person
    private let year: Int?
    private let before: Int64?
    private let now: Int64

    /// How many edits it lists.
    private static let editLimit = 30
    /// How many pages it names.
    private static let pageLimit = 10
    /// How many years it leads to; histories may claim any.
    private static let yearLimit = 60
    /// How many weeks it shows where no year is asked for.
    private static let weeks = 53

    /// - Parameters:
    ///   - year: the year whose weeks are shown; nil for the last ones.
    ///   - before: the place before which the listed edits are; nil for the newest.
    ///   - now: seconds since 1970.
    package init(source: ScreenSource, person: Person, year: Int?, before: Int64?, now: Int64) {
        self.source = source
        self.person = person
        self.year = year
        self.before = before
        self.now = now
    }

    /// What is read for it.
    package struct Content: Sendable {
        /// The edits that it lists.
        package let edits: [RecentCommits]
        /// Whether there are older ones.
        package let hasMore: Bool
        fileprivate let pages: [PersonPageLine]
        fileprivate let figures: PersonProfileView.Figures
        fileprivate let calendar: WeekCalendar
        fileprivate let years: [Int]
    }

    /// Reads all of it.
    /// - Parameter isShown: whether a page may be named.
    package func read(_ snapshot: WikiSnapshot, naming isShown: (Int64) -> Bool = { _ in true }) throws -> Content {
        let index = snapshot.index
        let edits = try RecentCommits.read(snapshot, by: person, before: before, limit: Self.editLimit + 1).compactMap {
            $0.naming(isShown)
        }
        let pages = try index.pages(of: person, limit: Self.pageLimit).filter { isShown($0.page.id) }.map {
            PersonPageLine(
                path: try snapshot.lookup.address(of: $0.page).bytes, title: $0.page.title, edits: $0.edits, living: $0.living,
                in: source.context)
        }
        let figures = PersonProfileView.Figures(
            edits: person.edits, pages: try index.pageCount(of: person, where: isShown), written: person.written, living: person.living,
            isCounted: try index.hasCountedWords(of: person), first: Int(person.first.time), last: Int(person.last.time))
        return Content(
            edits: Array(edits.prefix(Self.editLimit)), hasMore: edits.count > Self.editLimit, pages: pages, figures: figures,
            calendar: try calendar(index), years: try years(index))
    }

    /// The page.
    package func view(_ content: Content, notes: PushNotes) -> PersonProfileView { view(content) { _ in notes } }

    /// The page, with who pushed which commit.
    package func view(_ content: Content, notes: (ObjectID) throws -> PushNotes) rethrows -> PersonProfileView {
        let edits = try content.edits.map {
            PersonEditLine(
                $0.line(in: source.context, notes: try notes($0.commit.id), canChange: false),
                isByOther: !$0.commit.coAuthors.isEmpty
                    || ($0.commit.person.map { !$0.utf8.elementsEqual(person.address.utf8) } ?? true))
        }
        let ways = PersonProfileView.Ways(
            address: person.address, years: content.years, year: year,
            after: content.hasMore ? content.edits.last.map { String($0.commit.place) } : nil, isFirstPage: before == nil)
        return PersonProfileView(
            name: person.name, account: person.account, isUnconfirmed: person.isUnconfirmed, figures: content.figures, ways: ways,
            calendar: content.calendar, pages: content.pages, edits: edits, in: source.context)
    }

    private func calendar(_ index: IndexReader) throws -> WeekCalendar {
        let now = CalendarWeek.of(now)
        let weeks = year.map(WeekCalendar.weeks(ofYear:)) ?? (now - Self.weeks + 1)...now
        let found = try index.weeks(of: person, from: weeks.lowerBound, through: weeks.upperBound)
        return WeekCalendar(
            weeks: weeks, edits: Dictionary(uniqueKeysWithValues: found.map { ($0.week, $0.edits) }), year: year, in: source.context)
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
