/// What the revisions of the busiest page changed.
struct DiffsPart: BenchmarkPart {
    let name = "diffs"
    let purpose = "diffs of consecutive revisions of the busiest page, as a page and by the API, against `git diff --word-diff`"

    /// How many pairs git compares, which starts a process for each.
    private static let gitPairs = 100

    /// Two revisions, one right after the other.
    private struct Pair {
        let from: String
        let to: String
    }

    func measure(_ bench: Bench) throws -> Findings {
        let corpus = try bench.corpus()
        let folder = try bench.wiki()
        let page = corpus.busiestPage
        let pairs = try Self.pairs(WikiContent(bench, wiki: folder), of: page)
        let count = min(bench.counts.reads, pairs.count / 2)
        guard count > 0 else { throw BenchmarkFailure("\(page) has too few revisions.") }
        let git = try Self.words(bench, wiki: folder, page: page, pairs.prefix(min(count, Self.gitPairs)))
        return try RunningWiki.serving(bench, folder: folder) { wiki in
            let connection = try wiki.connect()
            var (pages, answers, sizes) = (Samples(), Samples(), Samples())
            // No pair is asked for twice, so that nothing is remembered.
            for (one, other) in zip(pairs.prefix(count), pairs.dropFirst(count)) {
                let size = try Self.time(WikiAddress.diff(page, from: one.from, to: one.to), &pages, connection)
                sizes.add(Double(size) / Double(1 << 20))
                _ = try Self.time(WikiAddress.diffAPI(page, from: other.from, to: other.to), &answers, connection)
            }
            let reference = Figure.Reference(name: "git diff --word-diff", value: git.median)
            return Findings(
                figures: [
                    Figure("diff page of \(page)", .milliseconds, pages, reference: reference),
                    Figure("its HTML", .mebibytes, sizes),
                    Figure("diff by the API", .milliseconds, answers, reference: reference),
                ],
                notes: [
                    "The slowest page took \(Unit.milliseconds.text(pages.largest)), the slowest answer of the API "
                        + "\(Unit.milliseconds.text(answers.largest)), the largest page has \(Unit.mebibytes.text(sizes.largest)). The server may still be finding "
                        + "out who wrote what. Measured on the \(corpus.name)."
                ])
        }
    }

    private static func time(_ address: String, _ samples: inout Samples, _ connection: Connection) throws -> Int {
        let answer = try samples.time { try connection.get(address) }
        guard answer.status == 200 else { throw BenchmarkFailure("A diff was answered with \(answer.status).") }
        return answer.body.count
    }

    /// Pairs in a random order that is always the same.
    private static func pairs(_ content: WikiContent, of page: String) throws -> [Pair] {
        let revisions = try content.revisions().filter { $0.page == page }.map(\.id)
        var numbers = SeededNumbers(5)
        return zip(revisions.dropFirst(), revisions).map { Pair(from: $0, to: $1) }.shuffled(using: &numbers)
    }

    /// How long git takes to compare the same texts word by word, its start included.
    private static func words(_ bench: Bench, wiki: String, page: String, _ pairs: ArraySlice<Pair>) throws -> Samples {
        var samples = Samples()
        for pair in pairs {
            let command = ["--git-dir=\(wiki)/wiki.git", "diff", "--word-diff=porcelain", pair.from, pair.to, "--", "\(page).md"]
            samples.add(try Command("git", command, in: bench.folder).run().duration)
        }
        return samples
    }
}
