/// What a figure should reach. An aim that is missed fails nothing: machines differ, and a timing is no test.
struct Aim {
    /// Which of the figure's values is meant.
    enum Subject: String {
        case value = "median"
        case p99
        case ratio
    }

    let subject: Subject
    let bound: Double
    let isLeast: Bool

    static func atMost(_ bound: Double, of subject: Subject = .value) -> Aim {
        Aim(subject: subject, bound: bound, isLeast: false)
    }

    static func atLeast(_ bound: Double, of subject: Subject = .value) -> Aim {
        Aim(subject: subject, bound: bound, isLeast: true)
    }

    /// Whether the figure reaches it; nil where the figure lacks that value.
    func isMet(by figure: Figure) -> Bool? {
        guard let value = value(in: figure), value.isFinite else { return nil }
        return isLeast ? value >= bound : value < bound
    }

    /// The aim in words: `p99 < 5 ms`.
    func text(unit: Unit) -> String {
        let shown = Digits.short(bound)
        return "\(subject.rawValue) \(isLeast ? "≥" : "<") \(shown)\(subject == .ratio ? "" : " \(unit.rawValue)")"
    }

    private func value(in figure: Figure) -> Double? {
        switch subject {
        case .value: figure.value
        case .p99: figure.p99
        case .ratio: figure.ratio
        }
    }
}
