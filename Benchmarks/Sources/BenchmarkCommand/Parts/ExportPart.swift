/// A wiki as a static site.
struct ExportPart: BenchmarkPart {
    let name = "export"
    let purpose = "`stemma export site` in full, brought up to date, and with all history, against hugo on the same files"

    /// What the export of a large wiki may hold, in MiB.
    private static let memoryLimit = 300.0

    func measure(_ bench: Bench) throws -> Findings {
        var findings = try large(bench)
        findings.add(try proposals(bench))
        findings.add(try past(bench))
        return findings
    }

    /// A generated wiki of many pages, in full and then again and again.
    private func large(_ bench: Bench) throws -> Findings {
        let source = bench.folder.newPath("large")
        var generated = LargeWiki(pageCount: bench.counts.largePages)
        try generated.write(to: source)
        let folder = try Self.attributed(bench, source)
        let content = try WikiContent(bench, wiki: folder)
        let (wiki, hugo) = (WikiSite(bench, wiki: folder, history: "none"), try HugoSite(bench, wiki: content))
        var exports = FullExports(bench, of: "large wiki", pageCount: content.pages.count, by: wiki, and: hugo)
        try exports.run()
        var findings = try exports.findings(memoryLimit: Self.memoryLimit)
        var updates = ExportUpdates(bench, wiki, hugo, content: content, outs: exports.outs)
        try updates.run()
        findings.add(updates.findings())
        try exports.removeOuts()
        return findings
    }

    /// Long pages with much code and a long past: the Rust project's RFCs, where they are at hand.
    private func proposals(_ bench: Bench) throws -> Findings {
        guard let bundle = bench.proposals else {
            return Findings(figures: [], notes: ["The Rust RFCs are not at hand and were left out; --rfcs FILE names a bundle of them."])
        }
        let folder = try Self.attributed(bench, bundle)
        let content = try WikiContent(bench, wiki: folder)
        let wiki = WikiSite(bench, wiki: folder, history: "none")
        var exports = FullExports(
            bench, of: "Rust RFCs", pageCount: content.pages.count, by: wiki, and: try HugoSite(bench, wiki: content))
        try exports.run()
        let findings = try exports.findings()
        try exports.removeOuts()
        return findings
    }

    /// The usual corpus with every revision, diff and who wrote which words, which hugo knows nothing of.
    private func past(_ bench: Bench) throws -> Findings {
        let folder = try bench.wiki()
        try Command(bench.program, ["rebuild", folder, "--attribution"], in: bench.folder).run()
        let wiki = WikiSite(bench, wiki: folder, history: "full")
        let (out, memory) = (bench.folder.newPath("past-site"), MemoryWatch())
        let seconds = try wiki.time(in: out, memory: memory).seconds
        let size = try FolderSize(out, in: bench.folder)
        var figures = [Figure("with all history", .seconds, seconds, aims: [.atMost(60)])]
        if let most = memory.mebibytes { figures.append(Figure("memory of that", .mebibytes, most)) }
        return Findings(figures: figures, notes: ["With all history of the \(try bench.corpus().name): \(size.text)."])
    }

    /// A wiki whose index is complete, so that an export has nothing to do but to export.
    private static func attributed(_ bench: Bench, _ source: String) throws -> String {
        let folder = try bench.initialise(source).folder
        try Command(bench.program, ["rebuild", folder, "--attribution"], in: bench.folder).run()
        return folder
    }
}
