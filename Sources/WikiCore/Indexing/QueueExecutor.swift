import Dispatch

/// Runs an actor's jobs one after another on a queue of its own, so that what blocks there blocks nothing else.
final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String, qos: DispatchQoS = .userInitiated) {
        queue = DispatchQueue(label: label, qos: qos)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        queue.async { unowned.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
