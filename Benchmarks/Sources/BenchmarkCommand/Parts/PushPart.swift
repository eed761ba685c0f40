import Glibc

/// Pushes over HTTP, each checked, durable, indexed and on the page when git says that it is done.
struct PushPart: BenchmarkPart {
    let name = "push"
    let purpose = "pushes of one commit and of many, with a token, against `git http-backend` behind nginx and fcgiwrap"

    private static let pageCount = 20
    private static let pageSize = 8_000

    /// A place to push to.
    private struct Target {
        let name: String
        let address: String
    }

    func measure(_ bench: Bench) throws -> Findings {
        let folder = try bench.wiki()
        let accounts = WikiAccounts(bench, wiki: folder)
        try accounts.add("ada")
        let token = try accounts.token("ada")
        let pages = try WikiContent(bench, wiki: folder).pages(Self.pageCount, near: Self.pageSize)
        let clone = try WorkingClone(bench, of: "\(folder)/wiki.git", pages: pages)
        let copies = try copies(bench, of: "\(folder)/wiki.git")
        return try RunningWiki.serving(bench, folder: folder) { wiki in
            try RunningHTTPBackend.serving(bench, folder: copies) { backend in
                let targets = [
                    Target(name: "", address: wiki.repository),
                    Target(name: "http-backend", address: backend.repository("plain.git")),
                    Target(name: "http-backend, durable", address: backend.repository("durable.git")),
                ]
                return try measure(bench, clone, targets, token: token)
            }
        }
    }

    private func measure(_ bench: Bench, _ clone: WorkingClone, _ targets: [Target], token: String) throws -> Findings {
        let counts = bench.counts
        let short = try series(clone, targets, token, commits: 1, times: counts.pushes)
        let long = try series(clone, targets, token, commits: counts.longPush, times: counts.longPushes)
        for target in targets where try !clone.isAllHeld(by: target.address) {
            throw BenchmarkFailure("What was pushed to \(target.address) is not there.")
        }
        return Findings(
            figures: figures("push of a commit", short, targets, atMost: 1.5)
                + figures("push of \(Digits.grouped(counts.longPush)) commits", long, targets, atMost: 2),
            notes: [
                "Each commit adds a line to one of \(Self.pageCount) pages of the \(try bench.corpus().name); all are sent the same commits, in turns.",
                "http-backend as it comes does not wait for the disk with small pushes; the durable one has core.fsync=all, as the wiki has.",
            ])
    }

    /// One series of pushes to all targets; who comes first changes, for the second finds the clone's objects read.
    private func series(_ clone: WorkingClone, _ targets: [Target], _ token: String, commits: Int, times: Int) throws -> [Samples] {
        var samples = targets.map { _ in Samples() }
        for round in 0..<times {
            try clone.commit(commits)
            for turn in targets.indices {
                let place = (round + turn) % targets.count
                samples[place].add(try clone.push(to: targets[place].address, token: token))
            }
        }
        return samples
    }

    /// The first target against each of the others; the aim is against the second.
    private func figures(_ name: String, _ samples: [Samples], _ targets: [Target], atMost bound: Double) -> [Figure] {
        targets.indices.dropFirst().map { place in
            Figure(
                place == 1 ? name : "the same", .milliseconds, samples[0],
                reference: .init(name: targets[place].name, value: samples[place].median),
                aims: place == 1 ? [.atMost(bound, of: .ratio)] : [])
        }
    }

    /// Copies of a repository that take pushes, in a folder of their own.
    private func copies(_ bench: Bench, of repository: String) throws -> String {
        let folder = bench.folder.newPath("copies")
        guard mkdir(folder, 0o755) == 0 else { throw File.failure(folder, "made") }
        let durable = [("core.fsync", "all"), ("core.fsyncMethod", "batch")]
        for (name, settings) in [("plain.git", []), ("durable.git", durable)] {
            let copy = "\(folder)/\(name)"
            try Command("cp", ["-a", "--", repository, copy], in: bench.folder).run()
            for (key, value) in [("http.receivepack", "true")] + settings {
                try Command("git", ["--git-dir=\(copy)", "config", key, value], in: bench.folder).run()
            }
        }
        return folder
    }
}
