/// Making a wiki over an existing history, with its index.
struct InitPart: BenchmarkPart {
    let name = "init"
    let purpose = "`stemma init --from` a bundle, index included, against `git clone --bare` of it"

    func measure(_ bench: Bench) throws -> Findings {
        let corpus = try bench.corpus()
        var inits = Samples()
        var clones = Samples()
        for _ in 0..<bench.counts.inits {
            let clone = bench.folder.newPath("clone.git")
            clones.add(try Command("git", ["clone", "--quiet", "--bare", corpus.bundle, clone], in: bench.folder).run().duration.seconds)
            inits.add(try bench.initialise(corpus.bundle).duration.seconds)
        }
        return Findings(figures: [
            Figure("init with index", .seconds, inits, reference: .init(name: "git clone", value: clones.median), aims: [.atMost(5)])
        ])
    }
}
