import Glibc

/// Clones over HTTP.
struct ClonePart: BenchmarkPart {
    let name = "clone"
    let purpose = "`git clone --bare` over HTTP, and memory during a large one, against `git http-backend` behind nginx and fcgiwrap"

    /// Between two looks at memory, in microseconds.
    private static let pause: UInt32 = 3_000

    func measure(_ bench: Bench) throws -> Findings {
        let corpus = try bench.corpus()
        return Findings(
            figures: [try time(bench)] + (try memory(bench)),
            notes: [
                "Both serve the same folder, the \(corpus.name), as `stemma maintain` left it, and take turns.",
                "Memory is that of one clone of \(bench.counts.heavyMebibytes) MiB: what the server allocates, then all shares (PSS) with files that git maps.",
            ])
    }

    private func time(_ bench: Bench) throws -> Figure {
        let folder = try bench.wiki()
        try Command(bench.program, ["maintain", folder], in: bench.folder).run()
        let git = GitClient(folder: bench.folder)
        var samples = [Samples(), Samples()]
        try serving(bench, folder) { wiki, backend in
            let addresses = [wiki.repository, backend.repository("wiki.git")]
            // Who comes first changes, so that neither always finds the other's work done.
            for round in 0..<bench.counts.clones {
                for place in [round % 2, 1 - round % 2] { samples[place].add(try git.timeClone(of: addresses[place])) }
            }
        }
        return Figure(
            "clone", .milliseconds, samples[0], reference: .init(name: "http-backend", value: samples[1].median),
            aims: [.atMost(1, of: .ratio)])
    }

    private func memory(_ bench: Bench) throws -> [Figure] {
        let repository = try HeavyWiki.make(bench, mebibytes: bench.counts.heavyMebibytes)
        return try serving(bench, bench.initialise(repository).folder) { wiki, backend in
            let theirs = try growth(bench, cloning: backend.repository("wiki.git"), of: [backend.memory])
            let ours = try growth(bench, cloning: wiki.repository, of: [wiki.allocatedMemory, wiki.memory])
            return [
                Figure("growth of the server in a clone", .mebibytes, ours[0], aims: [.atMost(50)]),
                Figure("and with its git", .mebibytes, ours[1], reference: .init(name: "http-backend", value: theirs[0])),
            ]
        }
    }

    /// How far each of these rises during a clone.
    private func growth(_ bench: Bench, cloning address: String, of memories: [() throws -> Double]) throws -> [Double] {
        let folder = bench.folder.newPath("heavy-clone.git")
        var peaks = try memories.map { try PeakMemory($0) }
        let clone = try GitClient(folder: bench.folder).startClone(of: address, to: folder)
        defer {
            clone.stop()
            _ = try? Command("rm", ["-rf", "--", folder], in: bench.folder).run()
        }
        while !clone.hasEnded {
            for place in peaks.indices { try peaks[place].look() }
            usleep(Self.pause)
        }
        guard clone.wait() == 0 else { throw BenchmarkFailure("\(address) could not be cloned.") }
        return peaks.map(\.growth)
    }

    private func serving<Value>(
        _ bench: Bench, _ folder: String, _ body: (RunningWiki, RunningHTTPBackend) throws -> Value
    ) throws -> Value {
        try RunningWiki.serving(bench, folder: folder) { wiki in
            try RunningHTTPBackend.serving(bench, folder: folder) { try body(wiki, $0) }
        }
    }
}
