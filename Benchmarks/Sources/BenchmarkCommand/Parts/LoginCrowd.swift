/// Many people who send the form to log in at the same moment.
struct LoginCrowd {
    /// What came of it.
    struct Outcome {
        /// How many answers were of which kind: `303`, or `503, to come again`.
        var kinds: [String: Int] = [:]
        /// From the moment to each answer, in milliseconds.
        var waits = Samples()

        /// Adds what came of another crowd.
        mutating func add(_ other: Outcome) {
            kinds.merge(other.kinds, uniquingKeysWith: +)
            for value in other.waits.values { waits.add(value) }
        }

        /// `303: 90 times, 503, to come again: 10 times`
        var text: String {
            kinds.sorted { $0.key < $1.key }.map { "\($0.key): \(Digits.grouped($0.value)) times" }.joined(separator: ", ")
        }
    }

    private static let patience = Duration.seconds(60)
    private let visitors: [LoginVisitor]

    /// Opens the form for each of them.
    /// - Parameters:
    ///   - names: the accounts, taken in turn.
    ///   - isScattered: whether each comes from another address; else all come from one.
    init(_ wiki: RunningWiki, count: Int, names: [String], isScattered: Bool) throws {
        visitors = try (0..<count).map { number in
            try LoginVisitor(wiki, name: names[number % names.count], from: isScattered ? Loopback.visitor(number) : nil)
        }
    }

    /// Sends all forms, and does something else again and again until all are answered.
    func send(while body: () throws -> Void) throws -> Outcome {
        var outcome = Outcome()
        var waiting = visitors
        let start = ContinuousClock.now
        for visitor in visitors { try visitor.send() }
        while true {
            waiting = try waiting.filter { visitor in
                guard visitor.isAnswered else { return true }
                outcome.kinds[Self.kind(of: try visitor.answer()), default: 0] += 1
                outcome.waits.add(ContinuousClock.now - start)
                return false
            }
            if waiting.isEmpty { return outcome }
            guard ContinuousClock.now - start < Self.patience else {
                throw BenchmarkFailure("\(waiting.count) of \(visitors.count) logins were not answered.")
            }
            try body()
        }
    }

    private static func kind(of answer: Answer) -> String {
        "\(answer.status)\(answer.field("retry-after") == nil ? "" : ", to come again")"
    }
}
