import TestSupport

@testable import Prose

extension AttributionScore {
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
}
