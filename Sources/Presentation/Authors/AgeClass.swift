/// How old words are, in five steps from fresh to old.
enum AgeClass: Int, CaseIterable {
    case week, month, year, fiveYears, older

    private static let day = 86_400

    /// - Parameters:
    ///   - seconds: when they were written, Unix.
    ///   - now: the clock, Unix; what lies ahead of it is fresh.
    init(of seconds: Int, now: Int) {
        let (age, isPast) = now.subtractingReportingOverflow(seconds)
        switch isPast ? Int.max : age {
        case ..<(7 * Self.day): self = .week
        case ..<(31 * Self.day): self = .month
        case ..<(366 * Self.day): self = .year
        case ..<(1827 * Self.day): self = .fiveYears
        default: self = .older
        }
    }

    /// The phrase that names it.
    var phrase: String {
        switch self {
        case .week: "authors.age.week"
        case .month: "authors.age.month"
        case .year: "authors.age.year"
        case .fiveYears: "authors.age.fiveYears"
        case .older: "authors.age.older"
        }
    }
}
