import Community
import Logging
import ServiceLifecycle

/// Takes away, once a day, what is past its time: sessions, links, and network addresses in the audit log.
struct DailySweep: Service {
    let members: Members
    /// For how many days addresses are kept.
    let addressDays: Int
    let logger: Logger

    private static let day = Duration.seconds(86_400)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                do {
                    try await members.sweep(addressDays: addressDays)
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("what is past its time could not be taken away", metadata: ["cause": "\(error)"])
                }
            } while (try? await Task.sleep(for: Self.day)) != nil
        }
    }
}
