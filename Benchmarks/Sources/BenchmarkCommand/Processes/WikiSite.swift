/// A wiki's static site, by `stemma export site`.
struct WikiSite: StaticSite {
    let maker = "Stemma"
    private let bench: Bench
    private let wiki: String
    private let history: String

    /// - Parameters:
    ///   - wiki: the data folder.
    ///   - history: how much of the past it shows, in the program's words.
    init(_ bench: Bench, wiki: String, history: String) {
        self.bench = bench
        self.wiki = wiki
        self.history = history
    }

    /// With an address, for then it has the feeds and the sitemap that hugo makes as well.
    func make(in out: String, memory: MemoryWatch?) throws -> Command.Outcome {
        let arguments = ["export", "site", wiki, out, "--history", history, "--base-url", "https://example.org/"]
        return try Command(bench.program, arguments, in: bench.folder).run(memory: memory)
    }

    /// Adds a commit that writes a page, as plain git does, so that the index does not know of it yet.
    func commit(_ path: String, _ bytes: [UInt8]) throws {
        let repository = "\(wiki)/wiki.git"
        let tip = try FastImport.Tip(of: repository, GitClient(folder: bench.folder))
        let history = try FastImport(bench.folder.newPath("edit.stream"), from: tip)
        try history.commit([(path: path, bytes: bytes)], message: "Write \(path)")
        try history.add(to: repository, in: bench.folder)
    }
}
