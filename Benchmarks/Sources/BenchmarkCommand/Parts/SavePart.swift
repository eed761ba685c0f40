/// Saves through the form, one after another, each acknowledged before the next begins.
struct SavePart: BenchmarkPart {
    let name = "save"
    let purpose = "edits through the form, each durable and indexed when answered, also in a flat folder of many pages"

    private static let pageCount = 20
    private static let pageSize = 8_000
    /// How many saves one wiki gets before the other has its turn.
    private static let turn = 25

    func measure(_ bench: Bench) throws -> Findings {
        let wiki = try bench.wiki()
        let chosen = try WikiContent(bench, wiki: wiki).pages(Self.pageCount, near: Self.pageSize)
        return try RunningWiki.serving(bench, folder: wiki) { wiki in
            let usual = try Series(wiki, pages: chosen.map(\.name))
            let repository = try FlatWiki.make(bench, pages: bench.counts.flatPages, texts: usual.texts)
            let flat = try bench.initialise(repository).folder
            return try RunningWiki.serving(bench, folder: flat) { wiki in
                let step = max(1, bench.counts.flatPages / Self.pageCount)
                let wide = try Series(wiki, pages: (0..<Self.pageCount).map { FlatWiki.name($0 * step) })
                return try measure(bench, usual, wide)
            }
        }
    }

    private func measure(_ bench: Bench, _ usual: Series, _ flat: Series) throws -> Findings {
        let probe = DiskProbe(folder: bench.folder.path)
        var disk = Samples()
        while flat.saves.values.count < bench.counts.saves {
            for series in [usual, flat] {
                for _ in 0..<min(Self.turn, bench.counts.saves) { try series.save() }
            }
            for _ in 0..<5 { try disk.time { try probe.run() } }
        }
        let corpus = try bench.corpus()
        return Findings(
            figures: [
                Figure(
                    "save", .milliseconds, usual.saves, reference: .init(name: "a synced file", value: disk.median),
                    aims: [.atMost(6), .atMost(25, of: .p99)]),
                Figure("first view after a save", .milliseconds, usual.views),
                Figure(
                    "save among \(Digits.grouped(bench.counts.flatPages)) flat pages", .milliseconds, flat.saves,
                    reference: .init(name: "save", value: usual.saves.median), aims: [.atMost(2, of: .ratio)]),
                Figure("first view after it", .milliseconds, flat.views),
            ],
            notes: [
                "Saves in the \(corpus.name): \(Self.pageCount) pages of about \(Digits.grouped(Self.pageSize)) bytes in turn; the flat folder holds the same texts."
            ]
                + (bench.folder.isInMemory ? ["The folder lies in memory: nothing here waited for a disk. --folder names another."] : []))
    }

    /// Edits of some pages of one wiki, one after another.
    private final class Series {
        private(set) var saves = Samples()
        /// From asking for the page after its save to having it.
        private(set) var views = Samples()
        private(set) var texts: [[UInt8]] = []
        private let connection: Connection
        private let editor: Editor
        private let pages: [String]
        private var next = 0

        init(_ wiki: RunningWiki, pages: [String]) throws {
            self.pages = pages
            connection = try wiki.connect()
            editor = Editor(connection)
            texts = try pages.map { try editor.markdown($0) }
        }

        /// Adds a line to the next page. Opening the form is not timed, sending it is.
        func save() throws {
            let place = next % pages.count
            next += 1
            texts[place] += Array("\nLine \(next) was added to measure how long that takes.\n".utf8)
            let form = try editor.open(pages[place])
            try saves.time { try editor.save(form, markdown: texts[place], summary: "Add line \(next)") }
            let answer = try views.time { try connection.get(WikiAddress.page(pages[place])) }
            guard answer.status < 400 else { throw BenchmarkFailure("After its save, \(pages[place]) was answered with \(answer.status).") }
        }
    }
}
