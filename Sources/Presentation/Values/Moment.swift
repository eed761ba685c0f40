import Wording

/// A time as a page shows it: exact for machines, absolute for readers, relative once the script has run.
///
/// The text depends on nothing but the value, so pages are repeatable and can be cached.
package struct Moment: TemplateView {
    /// The machine's form, always UTC.
    package let iso: String
    /// `22 Nov 2026`.
    package let date: String
    /// `09:30`.
    package let clock: String
    /// `22 November 2026, 09:30 UTC`.
    package let exact: String

    /// - Parameters:
    ///   - seconds: since 1970-01-01T00:00:00Z.
    ///   - offsetMinutes: east of Greenwich; what readers see is in that zone, and says so.
    package init(seconds: Int, offsetMinutes: Int = 0, in context: ViewContext) {
        let civil = CivilDate(seconds: seconds, offsetMinutes: offsetMinutes)
        let words = context.words
        iso = CivilDate(seconds: seconds).iso
        clock = civil.clock
        date = words.text("time.date", Self.values(civil, month: words.text("time.monthShort.m\(civil.month)")))
        let day = words.text("time.date", Self.values(civil, month: words.text("time.month.m\(civil.month)")))
        exact = words.text("time.exact", ["date": .text(day), "clock": .text(clock), "zone": .text(Self.zone(offsetMinutes))])
    }

    package var fields: [String: TemplateValue] {
        ["iso": .text(raw: iso), "date": .text(raw: date), "clock": .text(raw: clock), "exact": .text(raw: exact)]
    }

    private static func values(_ civil: CivilDate, month: String) -> [String: PhraseValue] {
        ["day": .text(String(civil.day)), "month": .text(month), "year": .text(String(civil.year))]
    }

    private static func zone(_ offset: Int) -> String {
        guard offset != 0 else { return "UTC" }
        let minutes = String(offset.magnitude % 60)
        return "UTC\(offset < 0 ? "\u{2212}" : "+")\(offset.magnitude / 60):\(minutes.utf8.count < 2 ? "0" + minutes : minutes)"
    }
}
