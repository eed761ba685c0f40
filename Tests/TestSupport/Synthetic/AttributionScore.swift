/// How many words of a page were given to the revision that wrote them.
package struct AttributionScore: Sendable {
    package private(set) var all = (right: 0, of: 0)
    package private(set) var trials: [Trial: (right: Int, of: Int)] = [:]
    /// Words that lived through an edit of their sentence and nothing else.
    package private(set) var plain = (right: 0, of: 0)

    /// Nothing was judged yet.
    package init() {}

    /// Judges a word.
    /// - Parameter lived: what it lived through.
    package mutating func add(_ isRight: Bool, _ lived: Set<Trial>) {
        let point = isRight ? 1 : 0
        all = (all.right + point, all.of + 1)
        if lived.subtracting([.edited]).isEmpty { plain = (plain.right + point, plain.of + 1) }
        for trial in lived {
            let known = trials[trial] ?? (0, 0)
            trials[trial] = (known.right + point, known.of + 1)
        }
    }

    /// The part that was right, 0 to 1.
    package static func share(_ score: (right: Int, of: Int)) -> Double { score.of == 0 ? 1 : Double(score.right) / Double(score.of) }

    /// The table of the handbook; trials that nothing lived through are left out.
    package var table: String {
        func row(_ name: String, _ score: (right: Int, of: Int)) -> String {
            let thousandths = Int((AttributionScore.share(score) * 10_000).rounded())
            let digits = String(thousandths % 10_000)
            return "| \(name) | \(score.of) | \(thousandths / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits) |"
        }
        let rows = Trial.allCases.compactMap { trial in trials[trial].map { row(trial.rawValue, $0) } }
        return ([row("all words", all), row("edited in place only", plain)] + rows).joined(separator: "\n")
    }
}
