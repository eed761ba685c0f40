import HTTPTypes
import Hummingbird

/// All addresses of the wiki, each entered together with what it needs: there is no other way to add one.
package struct SiteRoutes: Sendable {
    /// The table.
    package private(set) var all: [SiteRoute] = []

    mutating func get(_ pattern: String, needs need: Need, use handler: @escaping SiteHandler, whenRefused: SiteHandler? = nil) {
        on(pattern, method: .get, needs: need, use: handler, whenRefused: whenRefused)
    }

    mutating func post(_ pattern: String, needs need: Need, use handler: @escaping SiteHandler, whenRefused: SiteHandler? = nil) {
        on(pattern, method: .post, needs: need, use: handler, whenRefused: whenRefused)
    }

    mutating func on(
        _ pattern: String, method: HTTPRequest.Method, needs need: Need, use handler: @escaping SiteHandler,
        whenRefused: SiteHandler? = nil
    ) {
        all.append(SiteRoute(method: method, pattern: "/" + pattern, need: need, handler: handler, whenRefused: whenRefused))
    }

    /// Puts every address on a router, each behind the gate.
    func mount(on router: some RouterMethods<WebRequestContext>, behind gate: Gate) {
        for route in all {
            router.on(RouterPath(route.pattern), method: route.method) { request, context in
                try await gate.pass(route, request, context)
            }
        }
    }
}
