/// A wiki as a static site, made from nothing, in turns by the program that is measured and by hugo.
struct FullExports {
    /// Where the last sites lie, the measured program's first.
    private(set) var outs: [String] = []
    private let bench: Bench
    private let name: String
    private let pageCount: Int
    private let sites: [any StaticSite]
    /// In seconds.
    private var durations: [Samples]
    /// In MiB.
    private var memories: [Samples]

    /// - Parameters:
    ///   - name: what is made a site of.
    ///   - pageCount: how many pages that is.
    init(_ bench: Bench, of name: String, pageCount: Int, by wiki: WikiSite, and hugo: HugoSite) {
        self.bench = bench
        self.name = name
        self.pageCount = pageCount
        sites = [wiki, hugo]
        durations = sites.map { _ in Samples() }
        memories = sites.map { _ in Samples() }
    }

    /// Makes both sites several times; who comes first changes.
    mutating func run() throws {
        for round in 0..<bench.counts.rounds {
            try removeOuts()
            outs = sites.map { bench.folder.newPath("\($0.maker)-site") }
            for place in [round % 2, 1 - round % 2] {
                let memory = MemoryWatch()
                durations[place].add(try sites[place].time(in: outs[place], memory: memory).seconds)
                if let mebibytes = memory.mebibytes { memories[place].add(mebibytes) }
            }
        }
    }

    /// Takes the last sites away.
    mutating func removeOuts() throws {
        for out in outs { try Command("rm", ["-rf", "--", out], in: bench.folder).run() }
        outs = []
    }

    /// - Parameter memoryLimit: in MiB, where there is an aim.
    func findings(memoryLimit: Double? = nil) throws -> Findings {
        let speeds = durations.map { Double(pageCount) / $0.median }
        let sizes = try zip(sites, outs).map { site, out in
            let size = try FolderSize(out, in: bench.folder)
            guard size.screens >= pageCount else {
                throw BenchmarkFailure("\(site.maker) made \(size.text), which is not all of \(pageCount) pages.")
            }
            return "\(site.maker) wrote \(size.text)"
        }
        return Findings(
            figures: [
                Figure(
                    "\(name), pages in full", .perSecond, speeds[0], count: durations[0].values.count,
                    reference: .init(name: sites[1].maker, value: speeds[1]), aims: [.atLeast(2, of: .ratio)]),
                Figure(
                    "memory of that", .mebibytes, memories[0].largest, count: memories[0].values.count,
                    reference: .init(name: sites[1].maker, value: memories[1].largest), aims: memoryLimit.map { [.atMost($0)] } ?? []),
            ],
            notes: ["\(name), \(Digits.grouped(pageCount)) pages: \(sizes.joined(separator: "; ")). Memory is the most of all rounds."])
    }
}
