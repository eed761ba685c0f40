@testable import Prose

/// How many words of a page were given to the revision that wrote them.
struct AttributionScore {
    private(set) var all = (right: 0, of: 0)
    private(set) var trials: [Trial: (right: Int, of: Int)] = [:]
    /// Words that lived through an edit of their sentence and nothing else.
    private(set) var plain = (right: 0, of: 0)

    init() {}

    /// Judges the head of a history.
    mutating func add(_ history: SyntheticHistory) {
        let text = history.page.text
        let truth = history.page.words
        let tokens = Tokens(text).list.filter { $0.kind == .word }
        guard tokens.count == truth.count else { return add(false, []) }
        var runs = history.authors.head.runs[...]
        var end = runs.first?.length ?? 0
        for (token, word) in zip(tokens, truth) {
            while token.range.lowerBound >= end, runs.count > 1 {
                runs = runs.dropFirst()
                end += runs.first?.length ?? 0
            }
            add(runs.first?.origin == Origin(revision: UInt32(word.revision), page: word.page), word.trials)
        }
    }

    private mutating func add(_ isRight: Bool, _ lived: Set<Trial>) {
        let point = isRight ? 1 : 0
        all = (all.right + point, all.of + 1)
        if lived.subtracting([.edited]).isEmpty { plain = (plain.right + point, plain.of + 1) }
        for trial in lived {
            let known = trials[trial] ?? (0, 0)
            trials[trial] = (known.right + point, known.of + 1)
        }
    }

    static func share(_ score: (right: Int, of: Int)) -> Double { score.of == 0 ? 1 : Double(score.right) / Double(score.of) }

    /// The table of the handbook.
    var table: String {
        func row(_ name: String, _ score: (right: Int, of: Int)) -> String {
            let thousandths = Int((AttributionScore.share(score) * 10_000).rounded())
            let digits = String(thousandths % 10_000)
            return "| \(name) | \(score.of) | \(thousandths / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits) |"
        }
        let rows = Trial.allCases.map { row($0.rawValue, trials[$0] ?? (0, 0)) }
        return ([row("all words", all), row("edited in place only", plain)] + rows).joined(separator: "\n")
    }
}
