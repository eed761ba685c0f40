import Markup
import Testing
import WikiCore

@testable import Presentation

/// Weeks, months and years fit together.
struct WeekCalendarTests {
    @Test(arguments: [1, 2, 4, 1969, 1970, 1999, 2000, 2001, 2024, 2026, 9998, 9999, 0, -5, 123_456, .max, .min])
    func aYearHasTheWeeksThatBeginInIt(year: Int) {
        let weeks = WeekCalendar.weeks(ofYear: year)
        #expect((52...53).contains(weeks.count))
        guard (2...9998).contains(year) else { return }
        #expect(WeekCalendar.year(of: weeks.lowerBound) == year && WeekCalendar.year(of: weeks.upperBound) == year)
        #expect(WeekCalendar.year(of: weeks.lowerBound - 1) == year - 1)
        #expect(WeekCalendar.weeks(ofYear: year + 1).lowerBound == weeks.upperBound + 1)
    }

    @Test func everyWeekStandsInItsMonth() throws {
        let context = try SampleShelf.context()
        let week = CalendarWeek.of(1_795_000_000)
        let calendar = WeekCalendar(weeks: (week - 52)...week, edits: [week: 3, week - 60: 9], in: context)
        guard case .list(let months)? = calendar.fields["months"], case .text(let total)? = calendar.fields["total"] else {
            Issue.record("no months")
            return
        }
        var levels: [Int] = []
        for case .view(let month) in months {
            guard case .list(let weeks)? = month["weeks"] else { continue }
            #expect((1...5).contains(weeks.count))
            for case .view(let week) in weeks { if case .number(let level)? = week["level"] { levels.append(level) } }
        }
        #expect(levels.count == 53 && levels.last == 2 && levels.dropLast().allSatisfy { $0 == 0 })
        #expect(total.string.hasPrefix("3 edits"))
    }
}
