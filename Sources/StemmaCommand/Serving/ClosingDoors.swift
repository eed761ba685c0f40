import GitTransport
import Hummingbird
import ServiceLifecycle

/// The web server, whose end and git's begin at the same moment: neither waits for what only the other one ends.
struct ClosingDoors<WebApplication: ApplicationProtocol>: Service {
    let application: WebApplication
    let git: GitServer

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await application.run()
        } onGracefulShutdown: {
            Task { await git.close() }
        }
    }
}
