/// What the server and its workers hold after a working day.
struct MemoryPart: BenchmarkPart {
    let name = "memory"
    let purpose = "memory (PSS) of the server and its workers after views, searches, diffs, old revisions and saves"

    func measure(_ bench: Bench) throws -> Findings {
        let corpus = try bench.corpus()
        let folder = try bench.wiki()
        let content = try WikiContent(bench, wiki: folder)
        let walk = try CrawlPart.addresses(content, count: 2_000)
        return try RunningWiki.serving(bench, folder: folder) { wiki in
            let atStart = try wiki.memory()
            let connection = try wiki.connect()
            for page in content.pages {
                for address in [WikiAddress.page(page.name), WikiAddress.history(page.name)] { _ = try connection.get(address) }
            }
            for round in 0..<bench.counts.reads / 2 {
                _ = try connection.get(WikiAddress.search(corpus.queries[round % corpus.queries.count]))
                _ = try connection.get(WikiAddress.recent)
            }
            try save(wiki, content.pages(10, near: 8_000).map(\.name), times: bench.counts.saves / 3)
            let seconds = bench.counts.loadSeconds
            for addresses in [content.pages.map { WikiAddress.page($0.name) }, walk] {
                _ = try Load(port: wiki.port, addresses: addresses, connections: 64, seconds: seconds).run(bench)
            }
            return Findings(figures: [
                Figure(
                    "memory after load", .mebibytes, try wiki.memory(), reference: .init(name: "at start", value: atStart),
                    aims: [.atMost(120)])
            ])
        }
    }

    private func save(_ wiki: RunningWiki, _ pages: [String], times: Int) throws {
        let editor = Editor(try wiki.connect())
        var texts = try pages.map { try editor.markdown($0) }
        for round in 0..<times {
            let place = round % pages.count
            texts[place] += Array("\nAnother line, the \(round).\n".utf8)
            try editor.save(editor.open(pages[place]), markdown: texts[place], summary: "Add a line")
        }
    }
}
