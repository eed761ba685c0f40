import Glibc
import Synchronization

/// A process that this one started. Its output goes to files, so nobody waits for a reader.
final class ChildProcess {
    let pid: pid_t
    private let name: String
    private var exitCode: Int32?
    /// All that run, for whoever ends the run early.
    private static let living: Mutex<Set<pid_t>> = Mutex([])

    /// Asks all processes that this one started to end.
    static func endAll() {
        for pid in living.withLock({ $0 }) { kill(pid, SIGTERM) }
    }

    /// Starts a program, looked up in `PATH`.
    /// - Parameters:
    ///   - environment: settings besides those of this process, of which none of Stemma's own reach the child.
    ///   - input: the file to read from.
    ///   - output: the file that takes standard output; written anew.
    ///   - errors: the file that takes standard error.
    init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String = "/dev/null",
        output: String = "/dev/null", errors: String = "/dev/null"
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, writing, 0o600)
        if errors == output {
            posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, writing, 0o600)
        }
        // Signals that this process handles itself would reach the child as ignored ones.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var usual = sigset_t()
        sigemptyset(&usual)
        for number in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&usual, number) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var pid: pid_t = 0
        let code = withCStrings([program] + arguments) { argv in
            withCStrings(Self.environment(adding: environment)) { envp in
                posix_spawnp(&pid, program, &actions, &attributes, argv, envp)
            }
        }
        guard code == 0 else { throw BenchmarkFailure("\(program) can't be started: \(String(cString: strerror(code))).") }
        self.pid = pid
        Self.living.withLock { _ = $0.insert(pid) }
        name = program
    }

    /// Whether it is gone.
    var hasEnded: Bool {
        reap(WNOHANG)
        return exitCode != nil
    }

    /// Waits for its end.
    /// - Returns: its exit code; 128 and the signal where one ended it.
    func wait() -> Int32 {
        while exitCode == nil { reap(0) }
        return exitCode ?? -1
    }

    /// Asks it to end, and insists after a few seconds.
    func stop() {
        guard !hasEnded else { return }
        kill(pid, SIGTERM)
        let deadline = ContinuousClock.now + .seconds(8)
        while !hasEnded {
            if ContinuousClock.now > deadline { kill(pid, SIGKILL) }
            usleep(2_000)
        }
    }

    private func reap(_ options: Int32) {
        guard exitCode == nil else { return }
        var status: Int32 = 0
        let found = waitpid(pid, &status, options)
        if found == pid {
            exitCode = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        } else if found < 0, errno == ECHILD {
            exitCode = -1
        }
        if exitCode != nil { Self.living.withLock { _ = $0.remove(pid) } }
    }

    /// The environment of this process without Stemma's settings, and with these.
    private static func environment(adding settings: [String: String]) -> [String] {
        var kept: [String] = []
        var entry = environ
        while let pointer = entry.pointee {
            let pair = String(cString: pointer)
            if !pair.hasPrefix("STEMMA_"), !pair.hasPrefix("GIT_") { kept.append(pair) }
            entry += 1
        }
        return kept + settings.map { "\($0)=\($1)" }
    }
}
