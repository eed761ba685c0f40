import Glibc

/// Page views while a crawler walks the expensive pages.
struct CrawlPart: BenchmarkPart {
    let name = "crawl"
    let purpose = "page views while 200 connections walk random diffs and old revisions, against page views in peace"

    func measure(_ bench: Bench) throws -> Findings {
        let folder = try bench.wiki()
        let addresses = try Self.addresses(WikiContent(bench, wiki: folder), count: 4_000)
        return try RunningWiki.serving(bench, folder: folder) { wiki in
            let seconds = bench.counts.crawlSeconds
            _ = try Self.views(wiki, for: .seconds(1))
            let quiet = try Self.views(wiki, for: .seconds(seconds / 2))
            var crawl = Load(port: wiki.port, addresses: addresses, connections: bench.counts.crawlConnections, seconds: seconds)
            crawl.countsStatuses = true
            let (busy, outcome) = try crawl.running(bench) {
                usleep(500_000)
                return try Self.views(wiki, for: .seconds(seconds - 1))
            }
            let after = try Self.views(wiki, for: .seconds(seconds / 2))
            var peace = quiet
            for value in after.values { peace.add(value) }
            return Findings(
                figures: [
                    Figure(
                        "p99 of a view under crawl", .milliseconds, busy.p99, count: busy.values.count,
                        reference: .init(name: "p99 in peace", value: peace.p99), aims: [.atMost(2, of: .ratio)]),
                    Figure(
                        "median of a view under crawl", .milliseconds, busy.median, count: busy.values.count,
                        reference: .init(name: "median in peace", value: peace.median)),
                    Figure("answers to the crawler", .perSecond, outcome.requestsPerSecond, count: outcome.requests),
                ],
                notes: [
                    "The crawler got answers with \(Self.text(outcome.statuses)); it asks again at once, also where it should come back later (503)."
                ])
        }
    }

    /// `200: 4,100 times, 503: 9,000 times`
    private static func text(_ statuses: [Int: Int]) -> String {
        statuses.sorted { $0.key < $1.key }.map { "\($0.key): \(Digits.grouped($0.value)) times" }.joined(separator: ", ")
    }

    private static func views(_ wiki: RunningWiki, for duration: Duration) throws -> Samples {
        let visitor = try PageVisitor(wiki)
        try visitor.view(for: duration)
        return visitor.views
    }

    /// Diffs between any two revisions of a page, and pages as they were, in a random order that is always the same.
    static func addresses(_ content: WikiContent, count: Int) throws -> [String] {
        let revisions = try content.revisions()
        let byPage = Dictionary(grouping: revisions, by: \.page)
        var numbers = SeededNumbers(3)
        return (0..<count).compactMap { place in
            guard let one = revisions.randomElement(using: &numbers) else { return nil }
            guard place.isMultiple(of: 2), let other = byPage[one.page]?.randomElement(using: &numbers) else {
                return WikiAddress.old(one.page, revision: one.id)
            }
            return WikiAddress.diff(one.page, from: one.id, to: other.id)
        }
    }
}
