import Glibc
import ServiceLifecycle

/// One deadline over everything that a server has to finish once it is asked to end: requests, edits in their queue,
/// workers. Without it the bounds of each would add up.
///
/// It ends the process from one moment to the next, which loses nothing: what was acknowledged is on disk, and what is
/// left by then was not. Listed last among the services, it hears of the end first.
struct StopDeadline: Service {
    /// From the signal to the end, at most: systems are promised five seconds, and a busy machine hears late.
    private static let microseconds: useconds_t = 4_000_000
    /// How much of that requests may take.
    static let grace = Duration.seconds(3)

    func run() async throws {
        do {
            try await gracefulShutdown()
        } catch {
            return  // The server never ran, or failed.
        }
        // A thread of its own: the tasks that are to be ended may keep all others busy.
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { _ in
                usleep(StopDeadline.microseconds)
                StandardError.write("stemma: ended with work left that nobody was told is done\n")
                _exit(0)
            }, nil)
        if code == 0 { pthread_detach(thread) }
    }
}
