import ServiceLifecycle
import WikiCore

/// Finds out who wrote which words, in the background while the server runs.
struct AttributionJob: Service {
    let wiki: Wiki

    func run() async throws {
        await cancelWhenGracefulShutdown { await wiki.attribution.run() }
    }
}
