/// Page views from the cache.
struct ViewPart: BenchmarkPart {
    let name = "view"
    let purpose = "a page from the cache, 8 connections that stay open, against nginx with the same bytes as a file"

    private static let connections = 8

    func measure(_ bench: Bench) throws -> Findings {
        try RunningWiki.serving(bench, folder: bench.wiki()) { wiki in
            let page = try wiki.connect().get(WikiAddress.home)
            guard page.status == 200 else { throw BenchmarkFailure("The home page was answered with \(page.status).") }
            return try RunningNginx.serving(bench, files: ["index.html": page.body]) { nginx in
                try measure(bench, wiki: wiki.port, nginx: nginx.port, size: page.body.count)
            }
        }
    }

    /// Both take turns, so that a machine that slows down slows both.
    private func measure(_ bench: Bench, wiki: UInt16, nginx: UInt16, size: Int) throws -> Findings {
        var rates = (wiki: Samples(), cookie: Samples(), nginx: Samples())
        var times = (wiki: Samples(), wikiTail: Samples(), nginx: Samples())
        _ = try load(wiki, seconds: 1).run(bench)
        for _ in 0..<bench.counts.rounds {
            let reference = try load(nginx, seconds: bench.counts.loadSeconds).run(bench)
            rates.nginx.add(reference.requestsPerSecond)
            times.nginx.add(reference.median)
            let outcome = try load(wiki, seconds: bench.counts.loadSeconds).run(bench)
            guard outcome.failed == 0 else { throw BenchmarkFailure("\(outcome.failed) page views were refused.") }
            rates.wiki.add(outcome.requestsPerSecond)
            times.wiki.add(outcome.median)
            times.wikiTail.add(outcome.p99)
            var known = load(wiki, seconds: max(1, bench.counts.loadSeconds / 2))
            known.fields = ["Cookie": "stemma-author=Somebody"]
            rates.cookie.add(try known.run(bench).requestsPerSecond)
        }
        let rate = Figure.Reference(name: "nginx", value: rates.nginx.median)
        return Findings(
            figures: [
                Figure("page views", .perSecond, rates.wiki, reference: rate, aims: [.atLeast(0.25, of: .ratio)]),
                Figure(
                    "time of a view", .milliseconds, times.wiki.median, p99: times.wikiTail.median, count: times.wiki.values.count,
                    reference: .init(name: "nginx", value: times.nginx.median), aims: [.atMost(5, of: .p99)]),
                Figure("page views with a cookie", .perSecond, rates.cookie, reference: rate),
            ],
            notes: [
                "The page has \(Digits.grouped(size)) bytes; each value is the median of \(bench.counts.rounds) rounds that alternate with nginx."
            ])
    }

    private func load(_ port: UInt16, seconds: Int) -> Load {
        Load(port: port, addresses: [WikiAddress.home], connections: Self.connections, seconds: seconds)
    }
}
