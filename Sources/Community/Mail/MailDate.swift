import Glibc

/// Dates as letters carry them (RFC 5322, 3.3): `Sun, 06 Nov 1994 08:49:37 +0000`.
enum MailDate {
    /// The text for seconds since 1970; a year that has not four digits is written as 1970's first second.
    static func text(secondsSince1970 seconds: Int64) -> String {
        var time = time_t(seconds)
        var date = tm()
        if gmtime_r(&time, &date) == nil || !(0...8099).contains(date.tm_year) {
            time = 0
            gmtime_r(&time, &date)
        }
        let clock = [date.tm_hour, date.tm_min, date.tm_sec].map(twoDigits).joined(separator: ":")
        let day = "\(weekdays[Int(date.tm_wday)]), \(twoDigits(date.tm_mday)) \(months[Int(date.tm_mon)]) \(date.tm_year + 1900)"
        return "\(day) \(clock) +0000"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
