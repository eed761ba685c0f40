import WikiCore
import Wording

/// In which weeks somebody edited, month by month. It tells the week of an edit and never the hour.
package struct WeekCalendar: TemplateView {
    private let months: [TemplateValue]
    private let total: String

    /// - Parameters:
    ///   - weeks: the first and the last that are shown; see `CalendarWeek`.
    ///   - edits: how many edits those weeks have that have any.
    ///   - year: the year that is shown; nil for the last weeks.
    package init(weeks: ClosedRange<Int>, edits: [Int: Int], year: Int? = nil, in context: ViewContext) {
        var months: [(label: String, weeks: [TemplateValue])] = []
        for week in weeks {
            let moment = Moment(seconds: Int(CalendarWeek.beginning(of: week)), in: context)
            let label = Self.month(of: week, in: context)
            if months.last?.label != label { months.append((label, [])) }
            let count = edits[week] ?? 0
            let text = context.words.text("profile.week", ["count": .number(count), "date": .text(moment.date)])
            months[months.count - 1].weeks.append(.view(["text": .text(raw: text), "level": .number(Self.level(count))]))
        }
        self.months = months.map { .view(["label": .text(raw: $0.label), "weeks": .list($0.weeks)]) }
        let sum = weeks.reduce(0) { $0 + (edits[$1] ?? 0) }
        total =
            year.map { context.words.text("profile.inYear", ["count": .number(sum), "year": .text(String($0))]) }
            ?? context.words.text("profile.inLastWeeks", ["count": .number(sum)])
    }

    package var fields: [String: TemplateValue] { ["months": .list(months), "total": .text(raw: total)] }

    /// The weeks whose Monday lies in a year.
    package static func weeks(ofYear year: Int) -> ClosedRange<Int> {
        func first(_ year: Int) -> Int {
            // The week that holds 1 January begins in the year before unless that is a Monday.
            let day = secondsOfNewYear(year)
            let week = CalendarWeek.of(day)
            return CalendarWeek.beginning(of: week) < day ? week + 1 : week
        }
        let year = min(max(year, 1), 9999)
        return first(year)...(first(year + 1) - 1)
    }

    /// The year in which a week begins.
    package static func year(of week: Int) -> Int { CivilDate(seconds: Int(CalendarWeek.beginning(of: week))).year }

    /// Source: the count of leap days in the proleptic Gregorian calendar.
    private static func secondsOfNewYear(_ year: Int) -> Int64 {
        let before = year - 1
        let days = before * 365 + before / 4 - before / 100 + before / 400
        return Int64(days - 719_162) * 86_400
    }

    private static func month(of week: Int, in context: ViewContext) -> String {
        let day = CivilDate(seconds: Int(CalendarWeek.beginning(of: week)))
        let month = context.words.text("time.monthShort.m\(day.month)")
        return context.words.text("profile.month", ["month": .text(month), "year": .text(String(day.year))])
    }

    /// How full a week is drawn, from 0 to 4.
    private static func level(_ edits: Int) -> Int {
        switch edits {
        case ...0: 0
        case 1: 1
        case 2...4: 2
        case 5...9: 3
        default: 4
        }
    }
}
