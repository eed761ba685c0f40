/// A date and time of day in the proleptic Gregorian calendar, from Unix seconds.
///
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (`civil_from_days`), correct for every day that fits.
package struct CivilDate: Sendable, Hashable {
    /// The year; before the year 1 it counts down through 0.
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int
    /// 0 to 59; leap seconds are not counted.
    package let second: Int

    /// - Parameters:
    ///   - seconds: since 1970-01-01T00:00:00Z; histories hold any number, so it is held to ±8,000 years or so.
    ///   - offsetMinutes: east of Greenwich; held to a day.
    package init(seconds: Int, offsetMinutes: Int = 0) {
        let bound = 253_402_300_799
        let shift = min(max(offsetMinutes, -1440), 1440) * 60
        let local = min(max(seconds, -bound), bound) + shift
        let days = Self.floorDivide(local, 86_400)
        let rest = local - days * 86_400
        (year, month, day) = Self.date(days: days)
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// `2026-11-22T09:30:00Z`, when the value was made without an offset.
    package var iso: String { "\(isoDay)T\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2))Z" }

    /// `2026-11-22`.
    package var isoDay: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    /// `09:30`.
    package var clock: String { "\(Self.padded(hour, 2)):\(Self.padded(minute, 2))" }

    private static func date(days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func floorDivide(_ value: Int, _ by: Int) -> Int { value >= 0 ? value / by : -((by - 1 - value) / by) }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
