import Community
import Logging
import ServiceLifecycle
import WikiCore

/// Sends the wiki's letters while the server runs.
struct MailDelivery: Service {
    /// Where letters wait.
    let queue: MailQueue

    /// Checks the settings, and connects to nothing yet; nil where they name no mail server.
    init?(_ configuration: Configuration, logger: Logger) throws(Failure) {
        guard let mail = configuration.mail else { return nil }
        do {
            let sender = try SMTPSender(configuration: mail, name: configuration.site.name, clock: Opening.now)
            queue = MailQueue(sender: sender, logger: logger)
        } catch {
            throw Failure(.usage, "The settings for letters can't be used: \(error).")
        }
        if configuration.site.url == nil {
            logger.notice("No letters are sent until the settings name site.url, which their links begin with.")
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await queue.run() }
    }
}
