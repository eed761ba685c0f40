import HTTPTypes
import Hummingbird

/// Answers one request of the API.
typealias APIHandler = @Sendable (APIVisit) async throws -> Response

/// The addresses of the API: `pages` for the noun alone, `pages/**` for what is below it, `pages/**/restore` for what is
/// below it and ends so, `edits/undo` for nothing else. An ending is no name that is taken: other methods see a page of that name.
struct APIRoutes: Sendable {
    /// What stands at an address.
    enum Found: Sendable {
        case handler(APIHandler, Need)
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
        let address: String
        /// What follows the noun, where it is one thing alone.
        let exact: String?
        let ending: String?
        let need: Need
        let handler: APIHandler

        func takes(_ rest: String) -> Bool {
            if let exact { return rest.utf8.elementsEqual(exact.utf8) }
            return ending.map { rest.utf8.count > $0.utf8.count && rest.hasSuffix($0) } ?? true
        }
    }

    private var routes: [Key: [Route]] = [:]

    mutating func get(_ address: String, needs need: Need, use handler: @escaping APIHandler) { add(.get, address, need, handler) }
    mutating func put(_ address: String, needs need: Need, use handler: @escaping APIHandler) { add(.put, address, need, handler) }
    mutating func post(_ address: String, needs need: Need, use handler: @escaping APIHandler) { add(.post, address, need, handler) }
    mutating func delete(_ address: String, needs need: Need, use handler: @escaping APIHandler) { add(.delete, address, need, handler) }

    /// Every address with its method and what it needs.
    var all: [(method: HTTPRequest.Method, address: String, need: Need)] {
        routes.values.flatMap { $0.map { ($0.method, $0.address, $0.need) } }
    }

    func find(_ place: APIPlace, method: HTTPRequest.Method) -> Found {
        let here = (routes[Key(noun: place.noun, isBelow: !place.rest.isEmpty)] ?? []).filter { $0.takes(place.rest) }
        if here.isEmpty { return .nothing }
        if let route = here.first(where: { $0.method == method }) { return .handler(route.handler, route.need) }
        let names = here.map(\.method.rawValue)
        return .otherMethods(names.contains("GET") ? names + ["HEAD"] : names)
    }

    private mutating func add(_ method: HTTPRequest.Method, _ address: String, _ need: Need, _ handler: @escaping APIHandler) {
        let parts = address.split(separator: "/", maxSplits: 2)
        let isOpen = parts.count > 1 && parts[1] == "**"
        let ending = isOpen && parts.count > 2 ? "/\(parts[2])" : nil
        let exact = isOpen || parts.count < 2 ? nil : parts.dropFirst().joined(separator: "/")
        let key = Key(noun: parts.first.map(String.init) ?? "", isBelow: parts.count > 1)
        routes[key, default: []].append(Route(method: method, address: address, exact: exact, ending: ending, need: need, handler: handler))
    }
}
