import Dispatch
import Glibc
import Synchronization

/// How much a process holds in memory at most: what the kernel keeps as its high-water mark, files that it maps included.
///
/// The kernel also tells this when a process is waited for, but counts what its parent held at its birth.
final class MemoryWatch: Sendable {
    /// Between two looks. What a process grows by in its last moments is not seen.
    private static let pause = DispatchTimeInterval.milliseconds(5)

    private let peak = Mutex(0)

    /// In MiB; nothing where the process was gone before the first look.
    var mebibytes: Double? {
        let kibibytes = peak.withLock { $0 }
        return kibibytes > 0 ? Double(kibibytes) / 1024 : nil
    }

    /// Looks at a process while something goes on.
    func following<Value>(_ pid: pid_t, _ body: () throws -> Value) rethrows -> Value {
        let timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInitiated))
        timer.schedule(deadline: .now(), repeating: Self.pause)
        timer.setEventHandler { [self] in
            let now = ProcessMemory.highWaterKibibytes(of: pid)
            peak.withLock { $0 = max($0, now) }
        }
        timer.resume()
        defer { timer.cancel() }
        return try body()
    }
}
