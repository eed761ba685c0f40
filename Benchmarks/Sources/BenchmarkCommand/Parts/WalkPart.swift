/// The index of a long history over wide folders.
struct WalkPart: BenchmarkPart {
    let name = "walk"
    let purpose = "`stemma rebuild` over commits in four folders of thousands of pages, against `git log --raw`"

    func measure(_ bench: Bench) throws -> Findings {
        let wiki = try WideWiki.make(bench, commits: bench.counts.wideCommits, pages: bench.counts.widePages)
        let commits = Double(bench.counts.wideCommits)
        let log = ["--git-dir=\(wiki)/wiki.git", "log", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev"]
        let reference = try Command("git", log, in: bench.folder).run().duration.seconds
        let outcome = try Command(bench.program, ["rebuild", wiki], in: bench.folder).run()
        var findings = Findings(
            figures: [Figure("whole rebuild", .seconds, outcome.duration.seconds)],
            notes: [
                "\(Digits.grouped(bench.counts.wideCommits)) commits, \(Digits.grouped(bench.counts.widePages)) pages in \(WideWiki.folders.count) folders."
            ])
        guard let stages = RebuildStages(outcome.text) else {
            findings.notes.append("`stemma rebuild` did not tell how long its stages took.")
            return findings
        }
        guard stages.commits == bench.counts.wideCommits, stages.pages == bench.counts.widePages else {
            throw BenchmarkFailure("The index holds \(stages.pages) pages and \(stages.commits) commits, which is not all of them.")
        }
        findings.figures.insert(
            contentsOf: [
                Figure(
                    "history, commits", .perSecond, commits / stages.historySeconds,
                    reference: .init(name: "git log --raw", value: commits / reference), aims: [.atLeast(3_000)]),
                Figure("texts of the head, pages", .perSecond, Double(stages.pages) / stages.textSeconds),
            ], at: 0)
        findings.notes.append(
            "The stages are those that `rebuild` tells: texts are parsed and kept, then history is walked and full text written.")
        return findings
    }
}
