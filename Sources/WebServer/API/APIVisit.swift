import Git
import HTTPTypes
import Hummingbird
import NIOCore
import Presentation
import WikiCore
import Wording

/// A request of the API: the visit, and the questions that its handlers ask of it.
struct APIVisit: Sendable {
    /// The request and what all controllers share.
    let visit: Visit
    /// What follows the noun, percent-encoded.
    let rest: String

    /// How many entries a list has where nothing is asked.
    static let usualLimit = 50
    /// How many it has at most.
    static let largestLimit = 500
    /// The bound on a body that holds no page, in bytes.
    static let smallBody = 64 << 10

    var site: WikiSite { visit.site }
    var words: Phrasebook { visit.site.words }

    /// The path of a page, decoded once.
    func path(droppingLast suffix: String? = nil) throws -> GitPath {
        guard var segments = SiteURL.segments(decoding: rest) else { throw WebError.malformed }
        if let suffix {
            guard segments.count > 1, let last = segments.popLast(), last.elementsEqual(suffix.utf8) else { throw WebError.notFound }
        }
        return GitPath(segments: segments)
    }

    // MARK: The query

    /// How many entries the list shall have.
    func limit() throws -> Int {
        guard visit.query.contains("limit") else { return Self.usualLimit }
        guard let limit = visit.query.number("limit"), (1...Self.largestLimit).contains(limit) else { throw refused(parameter: "limit") }
        return limit
    }

    /// Where the list goes on.
    func cursor() throws -> ListCursor? {
        guard let text = try visit.query.text("after") else { return nil }
        guard let cursor = ListCursor(text) else { throw refused(parameter: "after") }
        return cursor
    }

    /// Where a list of commits goes on: below this place in their order.
    func place() throws -> Int64 {
        guard let cursor = try cursor() else { return .max }
        guard case .place(let place) = cursor else { throw refused(parameter: "after") }
        return place
    }

    /// The refusal of a parameter of the query.
    func refused(parameter: String, isMissing: Bool = false) -> APIRefusal {
        APIRefusal(
            .invalidParameter,
            detail: words.text(isMissing ? "request.parameterMissing" : "request.parameter", ["parameter": .text(parameter)]),
            members: [JSONMember(name: "parameter", value: .string(parameter))])
    }

    // MARK: The body

    /// The object in the request's body.
    func body(limit: Int = smallBody, members: [String]) async throws -> JSONBody {
        try JSONBody(await visit.collectJSON(limit: limit), known: members, words: words)
    }

    // MARK: The answer

    /// The answer to a read: with an `ETag` made of its bytes, so that it need not be sent twice.
    func answer(_ value: JSONValue) -> Response {
        let bytes = value.encoded
        let tag = EntityTag("\(String(ContentHash(bytes).value, radix: 16)).\(bytes.count)")
        return Response(CachedBody(ByteBuffer(bytes: bytes), contentType: "application/json", tag: tag), for: visit.request)
    }
}
