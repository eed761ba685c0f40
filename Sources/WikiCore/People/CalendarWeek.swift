/// Weeks in UTC, from Monday to Sunday, counted from the one that holds 1970-01-01.
package enum CalendarWeek {
    private static let length: Int64 = 604_800
    /// 1970 began on a Thursday.
    private static let shift: Int64 = 259_200

    /// The week of a time in seconds since 1970.
    package static func of(_ time: Int64) -> Int {
        // What no calendar shows is at its ends.
        let local = min(max(time, -62_135_596_800), 253_402_300_799) + shift
        return Int(local >= 0 ? local / length : -((length - 1 - local) / length))
    }

    /// When a week begins, in seconds since 1970.
    package static func beginning(of week: Int) -> Int64 {
        let bound = Int(Int64.max / (4 * length))
        return Int64(min(max(week, -bound), bound)) * length - shift
    }
}
