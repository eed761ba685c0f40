import HTTPTypes
import Hummingbird

/// Answers one request of the API.
typealias APIHandler = @Sendable (APIVisit) async throws -> Response

/// The addresses of the API: `pages` for the noun alone, `pages/**` for what is below it, `pages/**/restore` for what is
/// below it and ends so. An ending is no name that is taken: other methods see a page of that name.
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
        let ending: String?
        let handler: APIHandler

        func takes(_ rest: String) -> Bool {
            ending.map { rest.utf8.count > $0.utf8.count && rest.hasSuffix($0) } ?? true
        }
    }

    private var routes: [Key: [Route]] = [:]

    mutating func get(_ address: String, use handler: @escaping APIHandler) { add(.get, address, handler) }
    mutating func put(_ address: String, use handler: @escaping APIHandler) { add(.put, address, handler) }
    mutating func post(_ address: String, use handler: @escaping APIHandler) { add(.post, address, handler) }
    mutating func delete(_ address: String, use handler: @escaping APIHandler) { add(.delete, address, handler) }

    func find(_ place: APIPlace, method: HTTPRequest.Method) -> Found {
        let here = (routes[Key(noun: place.noun, isBelow: !place.rest.isEmpty)] ?? []).filter { $0.takes(place.rest) }
        if here.isEmpty { return .nothing }
        if let route = here.first(where: { $0.method == method }) { return .handler(route.handler) }
        let names = here.map(\.method.rawValue)
        return .otherMethods(names.contains("GET") ? names + ["HEAD"] : names)
    }

    private mutating func add(_ method: HTTPRequest.Method, _ address: String, _ handler: @escaping APIHandler) {
        let parts = address.split(separator: "/", maxSplits: 2)
        let ending = parts.count > 2 ? "/\(parts[2])" : nil
        let key = Key(noun: parts.first.map(String.init) ?? "", isBelow: parts.count > 1)
        routes[key, default: []].append(Route(method: method, ending: ending, handler: handler))
    }
}
