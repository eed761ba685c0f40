/// Edits of the page with the most revisions: how long a save takes, and how long after it the authors are known again.
struct BusyEdits {
    private let bench: Bench
    private let wiki: RunningWiki
    private let page: BusyPage

    init(_ bench: Bench, _ wiki: RunningWiki, page: BusyPage) {
        self.bench = bench
        self.wiki = wiki
        self.page = page
    }

    /// What the edits of one page took.
    private struct Series {
        let page: String
        var text: [UInt8]
        var saves = Samples()
        /// From the answer to the save until the authors are known.
        var waits = Samples()
    }

    func findings() throws -> Findings {
        let connection = try wiki.connect()
        let editor = Editor(connection)
        var busy = Series(page: page.name, text: try editor.markdown(page.name))
        var plain = Series(page: page.copy, text: try editor.markdown(page.copy))
        for round in 0..<bench.counts.busyEdits {
            try edit(&busy, round, editor, connection)
            try edit(&plain, round, editor, connection)
        }
        return Findings(
            figures: [
                Figure(
                    "save of \(page.name)", .milliseconds, busy.saves,
                    reference: .init(name: "of its text without a past", value: plain.saves.median)),
                Figure(
                    "after it until its authors are known", .milliseconds, busy.waits,
                    reference: .init(name: "of its text without a past", value: plain.waits.median), aims: [.atMost(20)]),
            ],
            notes: [
                "Attribution can't be switched off. A save does not wait for it, so what it adds is counted from the answer to the save until "
                    + "`\(WikiAddress.health)` says that the authors of all pages are known."
            ])
    }

    private func edit(_ series: inout Series, _ round: Int, _ editor: Editor, _ connection: Connection) throws {
        series.text += Array("\n* [Company \(round)](https://example.org/\(round)) joined to measure how long that takes.\n".utf8)
        let form = try editor.open(series.page)
        let text = series.text
        try series.saves.time { try editor.save(form, markdown: text, summary: "Add company \(round)") }
        try series.waits.time { try BusyPage.waitForAuthors(connection) }
    }
}
