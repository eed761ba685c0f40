import Glibc

/// A running worker. Its end of life is this value's: the process is killed and reaped with it.
struct WorkerProcess: ~Copyable {
    private let process: pid_t
    private let socket: FrameSocket
    private let timeLimit: Duration
    private let answerLimit: Int

    /// Starting a program may take longer than any page, on a cold disk.
    private static let startLimit: Duration = .seconds(10)

    /// Spawns the worker and waits until it has set its limits.
    static func start(_ configuration: MarkupPoolConfiguration) throws(MarkupError) -> WorkerProcess {
        let worker = try spawn(configuration)
        do throws(FrameSocket.Failure) {
            let greeting = try worker.socket.receive(atMost: 64, before: Deadline(after: startLimit))
            guard WorkerAnswer(greeting)?.code == .ready else { throw .closed }
        } catch {
            throw .workerUnavailable("\(configuration.executable) did not start as a worker")
        }
        return worker
    }

    private init(process: pid_t, socket: consuming FrameSocket, configuration: MarkupPoolConfiguration) {
        self.process = process
        self.socket = socket
        timeLimit = configuration.timeLimit
        // Text and links stand in the answer beside the HTML.
        answerLimit = configuration.outputLimit * 2 + (8 << 20)
    }

    deinit {
        kill(process, SIGKILL)
        while waitpid(process, nil, 0) < 0, errno == EINTR {}
    }

    /// An idle worker says nothing, so anything to read is its end.
    var isAlive: Bool { !socket.isReadable(within: .zero) }

    /// Hands over a page and waits for its document, at most for the time limit.
    func exchange(_ markdown: [UInt8]) throws(MarkupError) -> WorkerAnswer {
        do throws(FrameSocket.Failure) {
            let began = processorTime
            try socket.send(markdown, before: Deadline(after: timeLimit))
            try awaitAnswer(since: began)
            guard let answer = WorkerAnswer(try socket.receive(atMost: answerLimit, before: Deadline(after: timeLimit))) else {
                throw .closed
            }
            return answer
        } catch {
            throw error == .timedOut ? .timedOut : .crashed
        }
    }

    /// Waits until the answer begins. The limit is on the processor's time, so that a text is not blamed for a busy machine, where
    /// it may take `patience` times as long.
    private func awaitAnswer(since began: Duration?) throws(FrameSocket.Failure) {
        let end = Deadline(after: timeLimit * Self.patience)
        var wait = timeLimit
        while !socket.isReadable(within: wait) {
            guard let began, let now = processorTime, end.remainingMilliseconds != nil else { throw .timedOut }
            let rest = timeLimit - (now - began)
            guard rest > Self.leastWait else { throw .timedOut }
            wait = rest
        }
    }

    private static let patience = 4
    private static let leastWait: Duration = .milliseconds(20)

    /// The time that the worker has spent on a processor; nil where it is gone.
    private var processorTime: Duration? {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else { return nil }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private static func spawn(_ configuration: MarkupPoolConfiguration) throws(MarkupError) -> WorkerProcess {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .workerUnavailable("socketpair failed with error \(errno)") }
        let ours = FrameSocket(owning: ends[0])
        let theirs = FrameSocket(owning: ends[1])
        let process = try spawn(configuration, childEnd: theirs.descriptor)
        return WorkerProcess(process: process, socket: ours, configuration: configuration)
    }

    private static func spawn(_ configuration: MarkupPoolConfiguration, childEnd: Int32) throws(MarkupError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, childEnd, 0)
        posix_spawn_file_actions_adddup2(&actions, childEnd, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // Its own process group: Ctrl-C ends the server in order, and the server ends its workers.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        var process = pid_t()
        let code = withCStrings([configuration.executable] + configuration.arguments) { arguments in
            withCStrings(environment(configuration)) {
                posix_spawn(&process, configuration.executable, &actions, &attributes, arguments, $0)
            }
        }
        guard code == 0 else { throw .workerUnavailable("\(configuration.executable) cannot be run: error \(code)") }
        return process
    }

    /// A worker needs nothing of ours but the way to its libraries.
    private static func environment(_ configuration: MarkupPoolConfiguration) -> [String] {
        var result = ["\(WorkerLimits.variable)=\(WorkerLimits(configuration).environmentValue)", "SWIFT_BACKTRACE=enable=no"]
        if let path = getenv("LD_LIBRARY_PATH") { result.append("LD_LIBRARY_PATH=\(String(cString: path))") }
        return result
    }

    private static func withCStrings<Result>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
