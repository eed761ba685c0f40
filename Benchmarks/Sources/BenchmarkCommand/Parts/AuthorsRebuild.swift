/// `stemma rebuild --attribution`: who wrote each word of all pages, from nothing.
struct AuthorsRebuild {
    /// Of the stage that finds out who wrote what, in seconds, as the program tells it.
    private var stages = Samples()
    /// Of the whole command, in seconds.
    private var wholes = Samples()
    /// What the whole command used of the processor, in seconds, and what it uses without authors.
    private var processors = (with: Samples(), without: Samples())
    /// Of plain git, which compares all texts line by line, in seconds.
    private var logs = Samples()
    private var pages = 0

    /// Rebuilds a wiki several times, in turns with git; afterwards its authors are known.
    init(_ bench: Bench, wiki: String) throws {
        let log = ["--git-dir=\(wiki)/wiki.git", "log", "--no-merges", "--no-renames", "--numstat", "--format=", "--", "*.md"]
        for _ in 0..<bench.counts.inits {
            logs.add(try Command("git", log, in: bench.folder).run().duration.seconds)
            let plain = ProcessorTime()
            try Command(bench.program, ["rebuild", wiki], in: bench.folder).run()
            processors.without.add(plain.seconds)
            let whole = ProcessorTime()
            let outcome = try Command(bench.program, ["rebuild", wiki, "--attribution"], in: bench.folder).run()
            processors.with.add(whole.seconds)
            guard let stage = AuthorsStage(outcome.text) else {
                throw BenchmarkFailure("`stemma rebuild --attribution` did not tell how long it took: \(outcome.text.suffix(200))")
            }
            stages.add(stage.seconds)
            wholes.add(outcome.duration.seconds)
            pages = stage.pages
        }
    }

    /// - Parameters:
    ///   - texts: all that were read.
    ///   - name: of the history, where it is not the one that other parts measure on.
    func findings(_ texts: WikiContent.Texts, of name: String? = nil) -> Findings {
        let suffix = name.map { ", \($0)" } ?? ""
        let seconds = stages.median
        let processor = processors.with.median - processors.without.median
        return Findings(
            figures: [
                Figure("authors of all pages\(suffix)", .seconds, stages, reference: .init(name: "git log --numstat", value: logs.median)),
                Figure("index and authors\(suffix)", .seconds, wholes),
                Figure("processor time of the authors\(suffix)", .seconds, processor, count: processors.with.values.count),
                Figure("revisions followed\(suffix)", .perSecond, Double(texts.count) / seconds),
                Figure("words and signs followed\(suffix)", .perSecond, texts.words / seconds),
                Figure(
                    "words and signs per processor second\(suffix)", .perSecond, texts.words / processor, aims: [.atLeast(5_000_000)]),
            ],
            notes: [
                "\(pages) pages with \(Digits.grouped(texts.count)) texts of \(Digits.grouped(texts.size >> 20)) MiB in all; words and signs are "
                    + "reckoned from those of the pages as they are now, one for each \(Digits.text(Double(texts.size) / texts.words)) bytes."
            ])
    }
}
