/// The views that ask the index.
struct ReadPart: BenchmarkPart {
    let name = "read"
    let purpose = "history of the busiest page, recent changes, search, one after another, against nginx with the same bytes"

    func measure(_ bench: Bench) throws -> Findings {
        let corpus = try bench.corpus()
        return try RunningWiki.serving(bench, folder: bench.wiki()) { wiki in
            let views = [
                ("history of \(corpus.busiestPage)", [WikiAddress.history(corpus.busiestPage)]), ("recent changes", [WikiAddress.recent]),
                ("search", corpus.queries.map(WikiAddress.search)),
            ]
            let figures = try views.map { name, addresses in
                try figure(bench, wiki, name: name, addresses: addresses)
            }
            return Findings(figures: figures, notes: ["Measured on the \(corpus.name), over one connection."])
        }
    }

    private func figure(_ bench: Bench, _ wiki: RunningWiki, name: String, addresses: [String]) throws -> Figure {
        let connection = try wiki.connect()
        let answers = try addresses.map { try connection.get($0) }
        guard answers.allSatisfy({ $0.status == 200 }) else {
            throw BenchmarkFailure("The \(name) was answered with \(answers.map(\.status)).")
        }
        let files = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ("answer-\($0.offset).html", $0.element.body) })
        return try RunningNginx.serving(bench, files: files) { nginx in
            let plain = try nginx.connect()
            var ours = Samples()
            var theirs = Samples()
            for round in 0..<bench.counts.reads {
                let place = round % addresses.count
                try ours.time { _ = try connection.get(addresses[place]) }
                try theirs.time { _ = try plain.get("/answer-\(place).html") }
            }
            return Figure(name, .milliseconds, ours, reference: .init(name: "nginx", value: theirs.median), aims: [.atMost(5)])
        }
    }
}
