import Glibc
import Testing

/// A wiki that is served for one test, and gone with everything it left when nobody holds it any more.
final class RunningWiki {
    /// Everything of this test.
    let place: TemporaryFolder
    /// The data folder.
    let folder: String
    private(set) var port = 0
    private var process: ChildProcess?
    private let arguments: [String]
    private let environment: [String: String]

    /// The wiki's repository, for a git of one's own.
    var git: GitFolder { GitFolder(path: "\(folder)/wiki.git") }

    /// Makes a wiki, from the starter pages where there is no source, and serves it.
    /// - Parameters:
    ///   - settings: what `stemma.yaml` says, instead of what `init` wrote there.
    ///   - initial: more arguments for `init`.
    init(
        from source: String? = nil, in place: TemporaryFolder? = nil, settings: String? = nil, initial: [String] = [],
        arguments: [String] = [], environment: [String: String] = [:]
    ) throws {
        self.place = try place ?? TemporaryFolder()
        folder = self.place.path("wiki")
        self.arguments = arguments
        self.environment = ["STEMMA_LIMITS_EDITS_PER_MINUTE": "100000"].merging(environment) { $1 }
        if source != nil || settings != nil || !initial.isEmpty {
            let made = try StemmaProgram.run(["init", folder] + (source.map { ["--from", $0] } ?? []) + initial)
            try #require(made.code == 0, "\(made.errors)")
        }
        if let settings { try self.place.write("wiki/stemma.yaml", settings) }
        try start()
    }

    /// Makes and serves a wiki over a history made by hand.
    convenience init(_ history: HandmadeHistory, settings: String? = nil, initial: [String] = []) throws {
        let place = try TemporaryFolder()
        let source = try GitFolder.new(place.path("source.git"))
        try history.write(to: source)
        try self.init(from: source.path, in: place, settings: settings, initial: initial)
    }

    /// Makes and serves a wiki whose files are these.
    convenience init(files: [String: String], settings: String? = nil) throws {
        var history = HandmadeHistory()
        history.commit(files.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) }, message: "Begin")
        try self.init(history, settings: settings)
    }

    /// A wiki that something else serves already.
    init(visiting port: Int, in place: TemporaryFolder) throws {
        self.place = place
        self.port = port
        folder = place.path("wiki")
        arguments = []
        environment = [:]
    }

    /// Starts the server and waits until it is ready.
    func start() throws {
        let process = try StemmaProgram.start(["serve", folder, "--port", "0"] + arguments, environment: environment)
        self.process = process
        let line = try process.wait(for: "is ready: http://").split(separator: "\n").first { $0.contains("is ready: ") }
        port = try #require(line?.split(separator: ":").last.flatMap { Int($0) })
    }

    /// Stops the server as systems do, and gives its exit code and what it wrote.
    @discardableResult
    func stop() throws -> ChildProcess.Result {
        let process = try #require(process)
        self.process = nil
        process.signal(SIGTERM)
        return try process.wait(seconds: 20)
    }

    /// Ends the server from one moment to the next.
    func killNow() throws {
        let process = try #require(process)
        self.process = nil
        process.signal(SIGKILL)
        _ = try process.wait()
    }

    /// Sends a signal and does not wait.
    func send(_ signal: Int32) { process?.signal(signal) }

    /// Waits for the end of a server that was asked to stop.
    func waitUntilStopped() throws -> ChildProcess.Result {
        let process = try #require(process)
        self.process = nil
        return try process.wait(seconds: 20)
    }

    /// The lines of the log so far, once one holds a text.
    func log(containing text: String = "") -> String { process?.errors(containing: text) ?? "" }

    /// All that the server has said so far, to its output and its log, once a text is there.
    func said(containing text: String) -> String { process?.said(containing: text) ?? "" }

    /// The server's process.
    var processID: pid_t { process?.id ?? 0 }
}
