import Glibc

/// A `stemma serve` on a port of its own.
final class RunningWiki {
    let port: UInt16
    /// From the start of the process to its first good answer.
    let startDuration: Duration
    private let process: ChildProcess

    /// Starts the server and waits for its first good answer.
    init(_ bench: Bench, folder: String) throws {
        let log = bench.folder.newPath("serve.log")
        port = try Loopback.freePort()
        // The bound on edits guards an open wiki; here it would only measure itself.
        let start = ContinuousClock.now
        process = try ChildProcess(
            bench.program, ["serve", folder, "--port", "\(port)"], environment: ["STEMMA_LIMITS_EDITS_PER_MINUTE": "1000000"], output: log,
            errors: log)
        startDuration = try Self.firstAnswer(of: process, port: port, since: start, log: log)
    }

    /// Lends a running server, and stops it.
    static func serving<Value>(_ bench: Bench, folder: String, _ body: (RunningWiki) throws -> Value) throws -> Value {
        let wiki = try RunningWiki(bench, folder: folder)
        defer { wiki.process.stop() }
        return try body(wiki)
    }

    /// A new connection.
    /// - Parameter source: the address to come from, where it is not the usual one.
    func connect(from source: UInt32? = nil) throws -> Connection {
        guard let connection = Connection(port: port, from: source) else { throw BenchmarkFailure("The wiki takes no connection.") }
        return connection
    }

    /// Where git finds the wiki.
    var repository: String { "http://\(Loopback.host):\(port)\(WikiAddress.repository)" }

    /// What the server and its workers hold in memory, and the git that it runs.
    func memory() throws -> Double {
        try ProcessMemory.mebibytes(ofTree: process.pid)
    }

    /// What the server alone has allocated.
    func allocatedMemory() throws -> Double {
        try ProcessMemory.mebibytes(allocatedBy: process.pid)
    }

    /// Waits until a server answers, looking every half millisecond.
    static func firstAnswer(of process: ChildProcess, port: UInt16, since start: ContinuousClock.Instant, log: String) throws -> Duration {
        let deadline = start + .seconds(120)
        while ContinuousClock.now < deadline {
            if let connection = Connection(port: port), try connection.get(WikiAddress.home).status < 400 {
                return ContinuousClock.now - start
            }
            if process.hasEnded { break }
            usleep(500)
        }
        let said = String(decoding: (try? File.read(log)) ?? [], as: UTF8.self)
        process.stop()
        throw BenchmarkFailure("A server did not answer. It said: \(said.suffix(400))")
    }
}
