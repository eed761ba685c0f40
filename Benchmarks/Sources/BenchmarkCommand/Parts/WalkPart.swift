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
        findings.figures.insert(
            contentsOf: [
                Figure(
                    "history", .perSecond, stages.history, reference: .init(name: "git log --raw", value: commits / reference),
                    aims: [.atLeast(3_000)]),
                Figure("texts of the head", .perSecond, stages.texts),
            ], at: 0)
        findings.notes.append("History counts commits, texts count pages: parsed in workers and put into full text.")
        return findings
    }
}

/// What `stemma rebuild` tells of its stages: a line such as `History: 20000 commits in 4.210 s; texts: 20000 pages in 11.370 s.`
struct RebuildStages {
    /// Commits a second.
    let history: Double
    /// Pages a second.
    let texts: Double

    init?(_ output: String) {
        guard let history = Self.rate("history", of: "commits", in: output), let texts = Self.rate("texts", of: "pages", in: output) else {
            return nil
        }
        self.history = history
        self.texts = texts
    }

    private static func rate(_ stage: String, of things: String, in output: String) -> Double? {
        let words = output.lowercased().split { $0 == " " || $0 == "\n" || $0 == ";" }
        guard let start = words.firstIndex(of: "\(stage):"), start + 4 < words.count, words[start + 2] == things,
            let count = Double(words[start + 1]), let seconds = Double(words[start + 4]), seconds > 0
        else { return nil }
        return count / seconds
    }
}
