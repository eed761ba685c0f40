import Git
import Presentation
import Wording

/// Exports in the words of the interface: the one place where their codes become sentences.
struct ExportWords {
    let words: Phrasebook

    /// Why an export was not made.
    func sentence(_ failure: ExportFailure) -> String {
        let key = "export.failure.\(failure.code)"
        return words.text(words.has(key) ? key : "export.failure.broken", failure.values.mapValues { .text($0) })
    }

    /// What is wrong in an export.
    func sentence(_ problem: ExportProblem) -> String {
        let key = "export.problem.\(problem.code)"
        guard words.has(key) else { return words.text("export.problem.unknown", ["detail": .text(problem.code)]) }
        return words.text(key, problem.values.mapValues { .text($0) })
    }

    /// How far an export has come.
    func bar(_ progress: ExportProgress?) -> ProgressView {
        let key = "export.doing.\(progress?.word ?? "work")"
        let what = words.text(words.has(key) ? key : "export.doing.work")
        guard let progress, progress.total > 0 else { return ProgressView(what, done: 0, total: 0) }
        let values: [String: PhraseValue] = ["what": .text(what), "done": .number(progress.done), "total": .number(progress.total)]
        return ProgressView(words.text("export.step", values), done: progress.done, total: progress.total)
    }

    /// What came of an export.
    func outcome(_ summary: ExportSummary) -> DeskView.ExportOutcome {
        DeskView.ExportOutcome(
            pages: summary.pages, written: summary.written, removed: summary.removed, commit: summary.commit?.hex,
            problemCount: summary.problemCount, problems: summary.problems.map(sentence))
    }
}
