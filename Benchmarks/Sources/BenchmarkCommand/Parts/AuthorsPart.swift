/// Who wrote each word: found out for the whole wiki, shown, and kept up by edits.
struct AuthorsPart: BenchmarkPart {
    let name = "authors"
    let purpose = "who wrote each word: of all pages anew, on the busiest page's screens, and after an edit of it"

    func measure(_ bench: Bench) throws -> Findings {
        let corpus = try bench.corpus()
        let page = BusyPage(name: corpus.busiestPage)
        let wiki = try bench.wiki()
        var findings = try AuthorsRebuild(bench, wiki: wiki).findings(WikiContent(bench, wiki: wiki).texts())
        try RunningWiki.serving(bench, folder: wiki) { server in
            findings.add(try AuthorsScreens(bench, server, page: page.name).findings())
            try page.makeCopy(server)
        }
        findings.add(try FirstViews(bench, folder: wiki, page: page).findings())
        try RunningWiki.serving(bench, folder: wiki) { server in
            findings.add(try BusyEdits(bench, server, page: page).findings())
        }
        findings.notes.append("Measured on the \(corpus.name).")
        findings.add(try proposals(bench))
        return findings
    }

    /// Long pages with much code: the Rust project's RFCs, where they are at hand.
    private func proposals(_ bench: Bench) throws -> Findings {
        guard let bundle = bench.proposals else {
            return Findings(figures: [], notes: ["The Rust RFCs are not at hand and were left out; --rfcs FILE names a bundle of them."])
        }
        let wiki = try bench.initialise(bundle).folder
        return try AuthorsRebuild(bench, wiki: wiki).findings(WikiContent(bench, wiki: wiki).texts(), of: "Rust RFCs")
    }
}
