import Dispatch
import Glibc
import Synchronization

/// A few threads of their own for work that blocks and that nobody waits for: what runs on them gives way to requests.
///
/// They are not Dispatch's, whose threads go on to other work: a thread that was made to give way would do so for good.
package final class JobExecutor: TaskExecutor {
    /// The one of this process. Its threads start when it is first asked for, and stay.
    package static let shared = JobExecutor(threads: min(4, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

    /// How far the threads step back, in the system's own measure: of two that are busy, a request gets ten times as much.
    private static let niceness: Int32 = 10

    private let line = Mutex(JobLine())
    private let arrived = DispatchSemaphore(value: 0)

    private init(threads: Int) {
        for _ in 0..<threads { start() }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        line.withLock { $0.add(unowned) }
        arrived.signal()
    }

    private func start() {
        var thread = pthread_t()
        let executor = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<JobExecutor>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, executor.toOpaque())
        if code == 0 { pthread_detach(thread) } else { executor.release() }
    }

    private func work() {
        // For this thread alone, as Linux has it.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
        while true {
            arrived.wait()
            guard let job = line.withLock({ $0.next() }) else { continue }
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}

/// Jobs in the order in which they came.
private struct JobLine {
    private var jobs: [UnownedJob] = []
    private var first = 0

    mutating func add(_ job: UnownedJob) { jobs.append(job) }

    mutating func next() -> UnownedJob? {
        guard first < jobs.count else { return nil }
        defer {
            first += 1
            // Half of the array at a time, so that each job is moved once on average.
            if first * 2 > jobs.count {
                jobs.removeFirst(first)
                first = 0
            }
        }
        return jobs[first]
    }
}
