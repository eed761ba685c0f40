import Dispatch
import Synchronization

/// A few handles on one repository, each lent to one blocking job at a time, on threads of their own.
public final class RepositoryPool: Sendable {
    /// The folder of the repository.
    public let directory: String
    private let queue = DispatchQueue(label: "stemma.repository", attributes: .concurrent)
    private let slots: DispatchSemaphore
    private let idle: Mutex<[Handle]> = Mutex([])
    private let runnerLimit: Int
    private let line: Mutex<Line> = Mutex(Line())

    /// A handle in transit between threads.
    // Unchecked: a handle is in `idle` or with exactly one job, never both, so one thread at a time uses it.
    private struct Handle: @unchecked Sendable {
        let repository: Repository
    }

    /// Jobs that wait for a thread, first come first served. They hold none while they wait: however many there are,
    /// the process keeps threads for everything else.
    private struct Line {
        var incoming: [@Sendable () -> Void] = []
        var outgoing: [@Sendable () -> Void] = []
        var runners = 0

        mutating func next() -> (@Sendable () -> Void)? {
            if outgoing.isEmpty {
                outgoing = incoming.reversed()
                incoming = []
            }
            return outgoing.popLast()
        }
    }

    /// Opens handles when they are first needed, `count` at the most.
    /// - Parameter reserved: how many of them `run` leaves to `borrow`, so that who writes never waits behind all who read.
    public init(directory: String, count: Int, reserved: Int = 0) {
        self.directory = directory
        slots = DispatchSemaphore(value: max(1, count))
        runnerLimit = max(1, count - reserved)
    }

    /// Runs a blocking job with a handle of its own, off the cooperative pool.
    public func run<Value: Sendable>(_ job: @escaping @Sendable (Repository) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let startsRunner = line.withLock { line in
                line.incoming.append { continuation.resume(with: Result { try self.borrow(job) }) }
                guard line.runners < runnerLimit else { return false }
                line.runners += 1
                return true
            }
            if startsRunner { queue.async { self.runLine() } }
        }
    }

    private func runLine() {
        while let job = nextJob() { job() }
    }

    private func nextJob() -> (@Sendable () -> Void)? {
        line.withLock { line in
            let job = line.next()
            if job == nil { line.runners -= 1 }
            return job
        }
    }

    /// Runs a job with a handle on the calling thread, which may block.
    public func borrow<Value>(_ job: (Repository) throws -> Value) throws -> Value {
        slots.wait()
        defer { slots.signal() }
        let handle = try idle.withLock { $0.popLast() } ?? Handle(repository: Repository(directory: directory))
        defer { idle.withLock { $0.append(handle) } }
        return try job(handle.repository)
    }
}
