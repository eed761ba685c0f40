/// How long a server takes until it answers.
struct StartPart: BenchmarkPart {
    let name = "start"
    let purpose = "from starting `stemma serve`, its index in place, to its first page, against nginx"

    func measure(_ bench: Bench) throws -> Findings {
        let wiki = try bench.wiki()
        var ours = Samples()
        var theirs = Samples()
        for _ in 0..<bench.counts.starts {
            ours.add(try RunningWiki.serving(bench, folder: wiki) { $0.startDuration.seconds })
            theirs.add(try RunningNginx.serving(bench, files: [:]) { $0.startDuration.seconds })
        }
        return Findings(
            figures: [
                Figure("start to first page", .seconds, ours, reference: .init(name: "nginx", value: theirs.median), aims: [.atMost(0.3)])
            ],
            notes: ["The slowest of \(ours.values.count) starts took \(Unit.seconds.text(ours.largest))."])
    }
}
