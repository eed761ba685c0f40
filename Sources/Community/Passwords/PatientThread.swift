import Glibc

/// A thread for long computations that nobody else should feel: whatever else the process has to do goes before.
///
/// It does nothing but the work, and whoever asked for it waits: a thread inherits the niceness of the one that starts it, and to
/// resume a task may start a thread of the cooperative pool.
enum PatientThread {
    /// The system had no thread to give.
    struct NoneLeft: Error {}

    /// How much nicer than the process; at 10 a thread gets a tenth of a processor that others want, and all of one that is idle.
    static let niceness: Int32 = 10

    private final class Call {
        let body: () -> Void

        init(_ body: @escaping () -> Void) { self.body = body }
    }

    /// Does the work on a thread of its own, and blocks until it is done.
    static func run(_ body: @escaping () -> Void) throws(NoneLeft) {
        let box = Unmanaged.passRetained(Call(body))
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { argument in
                // Linux keeps it for each thread.
                _ = nice(PatientThread.niceness)
                if let argument { Unmanaged<Call>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, box.toOpaque())
        guard code == 0 else {
            box.release()
            throw NoneLeft()
        }
        pthread_join(thread, nil)
    }
}
