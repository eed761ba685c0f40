import Glibc

/// A run of `wrk`: many connections at once, each asking again as soon as it has its answer.
struct Load {
    /// What it found.
    struct Outcome {
        let requestsPerSecond: Double
        /// In milliseconds.
        let median: Double
        /// In milliseconds.
        let p99: Double
        let requests: Int
        /// Answers with a status of 400 or more.
        let failed: Int
        /// How many answers had which status, where they were counted.
        let statuses: [Int: Int]
    }

    let port: UInt16
    let addresses: [String]
    let connections: Int
    let seconds: Int
    /// Header fields that each request brings.
    var fields: [String: String] = [:]
    /// Whether answers are counted by status, which costs the load some of its speed.
    var countsStatuses = false

    /// Runs it to its end.
    func run(_ bench: Bench) throws -> Outcome {
        let script = try writeScript(bench)
        return try Self.outcome(of: Command("wrk", arguments(script), in: bench.folder).run().text)
    }

    /// Runs something else while it runs.
    func running<Value>(_ bench: Bench, _ body: () throws -> Value) throws -> (value: Value, outcome: Outcome) {
        let output = bench.folder.newPath("wrk")
        let process = try ChildProcess("wrk", arguments(try writeScript(bench)), output: output, errors: output)
        defer { process.stop() }
        let value = try body()
        guard !process.hasEnded else { throw BenchmarkFailure("The load ended before its measurement did.") }
        guard process.wait() == 0 else { throw BenchmarkFailure("wrk failed: \(String(decoding: try File.read(output), as: UTF8.self))") }
        return (value, try Self.outcome(of: String(decoding: File.read(output), as: UTF8.self)))
    }

    private func arguments(_ script: String) -> [String] {
        ["-t", "1", "-c", "\(connections)", "-d", "\(seconds)s", "--timeout", "30s", "-s", script, "http://\(Loopback.host):\(port)/"]
    }

    /// The requests in their order, and a last line that a program can read.
    private func writeScript(_ bench: Bench) throws -> String {
        let list = bench.folder.newPath("addresses")
        try File.write(addresses.joined(separator: "\n") + "\n", to: list)
        let script = bench.folder.newPath("load.lua")
        let headers = fields.map { "wrk.headers[\"\($0)\"] = \"\($1)\"\n" }.joined()
        try File.write(
            headers + (countsStatuses ? Self.counting : "") + """
                local requests, place = {}, 0
                function init()
                    for address in io.lines("\(list)") do requests[#requests + 1] = wrk.format("GET", address) end
                end
                function request()
                    place = place % #requests + 1
                    return requests[place]
                end
                function done(summary, latency)
                    local errors = summary.errors
                    print(string.format("outcome %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
                        latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
                    if counted then counted() end
                end
                """, to: script)
        return script
    }

    /// With one thread of `wrk` there is one state to ask at the end.
    private static let counting = """
        statuses = {}
        function setup(thread) worker = thread end
        function response(status) statuses[status] = (statuses[status] or 0) + 1 end
        function counted()
            for status, count in pairs(worker:get("statuses")) do print(string.format("status %d %d", status, count)) end
        end

        """

    private static func outcome(of text: String) throws -> Outcome {
        let line = text.split(separator: "\n").last { $0.hasPrefix("outcome ") }
        let numbers = line?.split(separator: " ").dropFirst().compactMap { Double($0) } ?? []
        guard numbers.count == 6, numbers[1] > 0 else { throw BenchmarkFailure("wrk said nothing that can be read: \(text.suffix(300))") }
        let statuses = text.split(separator: "\n").filter { $0.hasPrefix("status ") }.map { line in
            let pair = line.split(separator: " ").dropFirst().compactMap { Int($0) }
            return (pair.first ?? 0, pair.last ?? 0)
        }
        guard numbers[0] > 0, numbers[5] == 0 else { throw BenchmarkFailure("\(Int(numbers[5])) connections broke under load.") }
        return Outcome(
            requestsPerSecond: numbers[0] / (numbers[1] / 1e6), median: numbers[2] / 1_000, p99: numbers[3] / 1_000,
            requests: Int(numbers[0]), failed: Int(numbers[4]), statuses: Dictionary(statuses) { first, _ in first })
    }
}
