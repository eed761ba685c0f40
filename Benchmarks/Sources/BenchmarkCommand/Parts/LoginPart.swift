import Glibc

/// Logins by the form: alone, and a crowd of them.
struct LoginPart: BenchmarkPart {
    let name = "login"
    let purpose = "logins by the form, one alone and many at once, with memory and page views meanwhile"

    /// Between two looks at memory, in microseconds.
    private static let pause: UInt32 = 3_000

    func measure(_ bench: Bench) throws -> Findings {
        let folder = try bench.wiki()
        let accounts = WikiAccounts(bench, wiki: folder)
        let names = (0..<bench.counts.accounts).map { "person-\($0)" }
        for name in names { try accounts.add(name) }
        return try RunningWiki.serving(bench, folder: folder) { wiki in
            var peak = try PeakMemory(wiki.allocatedMemory)
            let alone = try alone(bench, wiki, names)
            let (views, outcome) = try busy(bench, wiki, names)
            _ = try LoginCrowd(wiki, count: bench.counts.logins, names: names, isScattered: true).send {
                try peak.look()
                usleep(Self.pause)
            }
            let crowded = try LoginCrowd(wiki, count: bench.counts.logins, names: names, isScattered: false).send { usleep(Self.pause) }
            let crowd = "\(bench.counts.logins) logins at once"
            return Findings(
                figures: [alone] + views + [
                    Figure("one of \(crowd)", .milliseconds, outcome.waits),
                    Figure("growth of the server in \(crowd)", .mebibytes, peak.growth),
                ],
                notes: [
                    "\(crowd), each from another address, were answered with \(outcome.text); all from one address, with \(crowded.text).",
                    "A hash holds 19 MiB while it is computed.",
                ])
        }
    }

    /// One login after another, in turns with the hash that each of them costs.
    private func alone(_ bench: Bench, _ wiki: RunningWiki, _ names: [String]) throws -> Figure {
        let probe = try PasswordProbe(bench)
        var (logins, hashes) = (Samples(), Samples())
        for number in 0..<bench.counts.loginsAlone {
            let visitor = try LoginVisitor(wiki, name: names[number % names.count], from: Loopback.visitor(number))
            let answer = try logins.time {
                try visitor.send()
                return try visitor.answer()
            }
            guard answer.status == 303 else { throw BenchmarkFailure("A login was answered with \(answer.status).") }
            hashes.add(try probe.run())
        }
        return Figure(
            "login alone", .milliseconds, logins, reference: .init(name: "argon2", value: hashes.median), aims: [.atMost(1.5, of: .ratio)])
    }

    /// Page views by somebody without an account, while crowds log in and in peace, in turns.
    private func busy(_ bench: Bench, _ wiki: RunningWiki, _ names: [String]) throws -> ([Figure], LoginCrowd.Outcome) {
        let (busy, quiet) = (try PageVisitor(wiki), try PageVisitor(wiki))
        var all = LoginCrowd.Outcome()
        for _ in 0..<bench.counts.rounds {
            let crowd = try LoginCrowd(wiki, count: bench.counts.logins, names: names, isScattered: true)
            try quiet.view(for: .seconds(bench.counts.loadSeconds))
            all.add(try crowd.send { try busy.view() })
        }
        let count = busy.views.values.count
        let figures = [
            Figure(
                "p99 of a view meanwhile", .milliseconds, busy.views.p99, count: count,
                reference: .init(name: "p99 in peace", value: quiet.views.p99), aims: [.atMost(4, of: .ratio)]),
            Figure(
                "median of a view meanwhile", .milliseconds, busy.views.median, count: count,
                reference: .init(name: "median in peace", value: quiet.views.median)),
        ]
        return (figures, all)
    }
}
