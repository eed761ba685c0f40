import Dispatch
import Synchronization

/// A few handles on one repository, each lent to one blocking job at a time, on threads of their own.
public final class RepositoryPool: Sendable {
    /// The folder of the repository.
    public let directory: String
    private let queue = DispatchQueue(label: "stemma.repository", attributes: .concurrent)
    private let slots: DispatchSemaphore
    private let idle: Mutex<[Handle]> = Mutex([])

    /// A handle in transit between threads.
    // Unchecked: a handle is in `idle` or with exactly one job, never both, so one thread at a time uses it.
    private struct Handle: @unchecked Sendable {
        let repository: Repository
    }

    /// Opens handles when they are first needed, `count` at the most.
    public init(directory: String, count: Int) {
        self.directory = directory
        slots = DispatchSemaphore(value: max(1, count))
    }

    /// Runs a blocking job with a handle of its own, off the cooperative pool.
    public func run<Value: Sendable>(_ job: @escaping @Sendable (Repository) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.borrow(job) }) }
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
