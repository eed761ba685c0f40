import HTTPTypes
import Hummingbird

/// Answers one request of the API.
typealias APIHandler = @Sendable (APIVisit) async throws -> Response

/// The addresses of the API: `pages` for the noun alone, `pages/**` for what is below it.
struct APIRoutes: Sendable {
    /// What stands at an address.
    enum Found: Sendable {
        case handler(APIHandler)
        /// Something that takes these methods only.
        case otherMethods([String])
        case nothing
    }

    private struct Key: Hashable {
        let noun: String
        let isBelow: Bool
    }

    private struct Route {
        let method: HTTPRequest.Method
        let handler: APIHandler
    }

    private var routes: [Key: [Route]] = [:]

    mutating func get(_ address: String, use handler: @escaping APIHandler) { add(.get, address, handler) }
    mutating func put(_ address: String, use handler: @escaping APIHandler) { add(.put, address, handler) }
    mutating func post(_ address: String, use handler: @escaping APIHandler) { add(.post, address, handler) }
    mutating func delete(_ address: String, use handler: @escaping APIHandler) { add(.delete, address, handler) }

    func find(_ place: APIPlace, method: HTTPRequest.Method) -> Found {
        guard let here = routes[Key(noun: place.noun, isBelow: !place.rest.isEmpty)] else { return .nothing }
        if let route = here.first(where: { $0.method == method }) { return .handler(route.handler) }
        let names = here.map(\.method.rawValue)
        return .otherMethods(names.contains("GET") ? names + ["HEAD"] : names)
    }

    private mutating func add(_ method: HTTPRequest.Method, _ address: String, _ handler: @escaping APIHandler) {
        let isBelow = address.hasSuffix("/**")
        let noun = isBelow ? String(address.dropLast("/**".count)) : address
        routes[Key(noun: noun, isBelow: isBelow), default: []].append(Route(method: method, handler: handler))
    }
}
