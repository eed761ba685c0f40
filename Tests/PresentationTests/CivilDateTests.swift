import Testing

@testable import Presentation

/// Dates are right without a calendar library, for every number that a history can hold.
struct CivilDateTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (1_795_000_000, "2026-11-18T11:06:40Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
    ])
    func secondsBecomeDates(seconds: Int, iso: String) {
        #expect(CivilDate(seconds: seconds).iso == iso)
    }

    @Test func anyNumberIsTaken() {
        #expect(CivilDate(seconds: .max, offsetMinutes: .max).year == 10_000)
        #expect(CivilDate(seconds: .min, offsetMinutes: .min).month >= 1)
    }

    @Test func momentsAreAbsoluteAndSayTheirZone() throws {
        let english = try SampleShelf.context()
        let moment = Moment(seconds: 1_795_000_000, offsetMinutes: -210, in: english)
        #expect(moment.iso == "2026-11-18T11:06:40Z")
        #expect(moment.exact == "18 November 2026, 07:36 UTC\u{2212}3:30")
        #expect(Moment(seconds: 1_795_000_000, in: english).exact == "18 November 2026, 11:06 UTC")
        #expect(Moment(seconds: 1_795_000_000, in: try SampleShelf.context("de")).date == "18. Nov. 2026")
    }
}
