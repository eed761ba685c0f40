/// Static sites of a large wiki brought up to date: where nothing changed, after an edit, and after a page came.
struct ExportUpdates {
    private let bench: Bench
    private let wiki: WikiSite
    private let hugo: HugoSite
    private let content: WikiContent
    private let outs: [String]
    private let memory = MemoryWatch()
    /// In seconds.
    private var unchanged = Samples()
    private var changed = [Samples(), Samples()]
    private var added = [Samples(), Samples()]

    /// - Parameter outs: the sites as they are, of the wiki and of hugo.
    init(_ bench: Bench, _ wiki: WikiSite, _ hugo: HugoSite, content: WikiContent, outs: [String]) {
        self.bench = bench
        self.wiki = wiki
        self.hugo = hugo
        self.content = content
        self.outs = outs
    }

    /// Each round edits and adds other pages than the one before, somewhere in the wiki.
    mutating func run() throws {
        var numbers = SeededNumbers(7)
        for round in 0..<bench.counts.rounds {
            unchanged.add(try wiki.time(in: outs[0], memory: memory).seconds)
            guard let page = content.pages.randomElement(using: &numbers)?.name else { return }
            let show = ["--git-dir=\(content.repository)", "cat-file", "blob", "HEAD:\(page).md"]
            let text = try Command("git", show, in: bench.folder).run().output
            try write("\(page).md", text + Array("\nLine \(round) came later.\n".utf8), first: round % 2, &changed)
            let fresh = Array("---\ntitle: New page \(round)\n---\n\nThis page came later.\n".utf8)
            try write("\(page)-\(round).md", fresh, first: 1 - round % 2, &added)
        }
    }

    /// Writes a page in both, and brings both sites up to date.
    private func write(_ path: String, _ bytes: [UInt8], first: Int, _ samples: inout [Samples]) throws {
        try wiki.commit(path, bytes)
        try hugo.write(path, bytes)
        for place in [first, 1 - first] {
            let duration = try place == 0 ? wiki.time(in: outs[0], memory: memory) : hugo.time(in: outs[1])
            samples[place].add(duration.seconds)
        }
    }

    func findings() -> Findings {
        func figure(_ name: String, _ samples: [Samples], aims: [Aim] = []) -> Figure {
            Figure(name, .seconds, samples[0], reference: .init(name: hugo.maker, value: samples[1].median), aims: aims)
        }
        var figures = [
            Figure("the same, nothing changed", .seconds, unchanged, aims: [.atMost(0.2)]),
            figure("one page changed", changed, aims: [.atMost(0.3)]),
            figure("one page added", added),
        ]
        if let most = memory.mebibytes {
            figures.append(Figure("memory of these", .mebibytes, most, count: 3 * unchanged.values.count, aims: [.atMost(300)]))
        }
        return Findings(
            figures: figures,
            notes: ["A change is a commit that the index does not know of yet; finding that out, and who wrote what, counts."])
    }
}
