package import Hummingbird

/// What the routes of git have to know of a request besides the request: who is at the other end.
package protocol GitRequestContext: RequestContext {
    /// The network address of the client, as logs and rates name it; proxies that are trusted are seen through.
    var clientAddress: String { get }
}
