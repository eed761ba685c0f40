/// The screen that names who wrote which words of the busiest page.
struct AuthorsScreens {
    private let bench: Bench
    private let wiki: RunningWiki
    private let page: String

    /// More parts than any page has.
    private static let partLimit = 500

    /// - Parameter wiki: one whose authors are known.
    init(_ bench: Bench, _ wiki: RunningWiki, page: String) {
        self.bench = bench
        self.wiki = wiki
        self.page = page
    }

    func findings() throws -> Findings {
        let connection = try wiki.connect()
        let parts = try parts(connection)
        let nginx = try RunningNginx.serving(bench, files: ["part.html": parts[0].body]) { nginx in
            let plain = try nginx.connect()
            var samples = Samples()
            for _ in 0..<bench.counts.reads { try samples.time { _ = try plain.get("/part.html") } }
            return samples
        }
        var screens = Samples()
        var spans = Samples()
        for round in 0..<bench.counts.reads {
            try screens.time { _ = try connection.get(WikiAddress.authors(page, part: round % parts.count + 1)) }
            try spans.time { _ = try connection.get(WikiAddress.authorsAPI(page)) }
        }
        let largest = parts.map(\.body.count).max() ?? 0
        return Findings(
            figures: [
                Figure(
                    "authors page of \(page)", .milliseconds, screens, reference: .init(name: "nginx", value: nginx.median),
                    aims: [.atMost(50)]),
                Figure("its largest HTML", .mebibytes, Double(largest) / Double(1 << 20), aims: [.atMost(2)]),
                Figure("authors of \(page) by the API", .milliseconds, spans),
            ],
            notes: [
                "The authors page of \(page) has \(parts.count) parts, asked for in turn; the largest has \(Digits.grouped(largest)) bytes."
            ])
    }

    /// All parts of the screen. The page after the last has no way on.
    private func parts(_ connection: Connection) throws -> [Answer] {
        var parts: [Answer] = []
        while parts.count < Self.partLimit {
            let answer = try connection.get(WikiAddress.authors(page, part: parts.count + 1))
            guard answer.status == 200, answer.field("refresh") == nil else {
                throw BenchmarkFailure("The authors page of \(page) was answered with \(answer.status), or is not ready.")
            }
            parts.append(answer)
            guard answer.text.contains("part=\(parts.count + 1)\"") else { break }
        }
        return parts
    }
}
