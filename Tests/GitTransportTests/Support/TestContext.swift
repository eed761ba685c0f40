import Hummingbird

@testable import GitTransport

/// What the routes of git need of a request, and nothing more.
struct TestContext: GitRequestContext {
    var coreContext: CoreRequestContextStorage
    let clientAddress = "127.0.0.1"

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}
