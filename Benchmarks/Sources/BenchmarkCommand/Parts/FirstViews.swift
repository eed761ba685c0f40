/// The first view of a page after the start of a server, so that it is made and not remembered: of the busiest page, with the
/// shares of all its people at its foot, against a page with the same text that one person wrote.
struct FirstViews {
    private let page: String
    private var busy = Samples()
    private var plain = Samples()

    /// - Parameter folder: a wiki whose authors are known.
    init(_ bench: Bench, folder: String, page: BusyPage) throws {
        self.page = page.name
        for round in 0..<bench.counts.firstViews {
            try RunningWiki.serving(bench, folder: folder) { wiki in
                let connection = try wiki.connect()
                // Who comes first warms up what both need, so they take turns in it.
                if round.isMultiple(of: 2) { try Self.view(page.name, &busy, connection) }
                try Self.view(page.copy, &plain, connection)
                if !round.isMultiple(of: 2) { try Self.view(page.name, &busy, connection) }
            }
        }
    }

    func findings() -> Findings {
        Findings(
            figures: [
                Figure(
                    "first view of \(page), with shares", .milliseconds, busy,
                    reference: .init(name: "the text of one person", value: plain.median)),
                Figure(
                    "what its people add to it", .milliseconds, busy.median - plain.median, count: busy.values.count, aims: [.atMost(1)]),
            ],
            notes: [
                "Each pair of first views has a server of its own. The fastest took \(Unit.milliseconds.text(busy.percentile(0))), and "
                    + "\(Unit.milliseconds.text(plain.percentile(0))) for the text of one person."
            ])
    }

    private static func view(_ page: String, _ samples: inout Samples, _ connection: Connection) throws {
        let answer = try samples.time { try connection.get(WikiAddress.page(page)) }
        guard answer.status == 200 else { throw BenchmarkFailure("\(page) was answered with \(answer.status).") }
    }
}
