import Community
import HTTPTypes
import Hummingbird
import NIOCore
import WikiCore

/// The one place where the errors of the HTTP plumbing become statuses and codes.
extension WebError {
    /// The refusal that stands for any error. What nobody foresaw is 500.
    package init(_ error: any Error) {
        switch error {
        case let known as WebError: self = known
        case let body as BodyError: self.init(body)
        case let form as FormError: self.init(form)
        case let json as JSONError: self.init(json)
        case let wiki as WikiError: self.init(wiki: wiki)
        case let member as MemberError: self.init(member: member)
        case let full as ConcurrencyGate.Full: self = .busy(retryAfter: full.retryAfter)
        case let long as NIOTooManyBytesError: self = long.maxBytes.map { Self.bodyTooLarge(limit: $0) } ?? .malformed
        case is CancellationError: self = .busy(retryAfter: 5)
        case let http as any HTTPResponseError: self.init(http.status)
        default: self = .broken(error)
        }
    }

    private init(_ error: BodyError) {
        switch error {
        case .tooLarge(let limit):
            self = .bodyTooLarge(limit: limit)
        case .tooManyAtOnce:
            self = .busy(retryAfter: 5)
        case .unsupportedEncoding:
            self.init(.unsupportedMediaType, code: "request.encoding", headers: [.acceptEncoding: "gzip"])
        case .malformedGzip:
            self.init(.badRequest, code: "request.gzip")
        }
    }

    private init(_ error: FormError) {
        switch error {
        case .malformedEscape, .malformedMultipart, .partHeadersTooLarge: self.init(.badRequest, code: "request.form")
        case .tooManyFields(let limit): self.init(.badRequest, code: "request.tooManyFields", values: ["limit": "\(limit)"])
        case .notText(let field): self.init(.badRequest, code: "request.notText", values: ["field": field])
        case .unsupportedContentType: self.init(.unsupportedMediaType, code: "request.contentType")
        }
    }

    private init(_ error: JSONError) {
        switch error {
        case .unexpected(let offset), .notText(let offset), .numberTooLarge(let offset):
            self.init(.badRequest, code: "request.json", values: ["offset": "\(offset)"])
        case .endsEarly: self.init(.badRequest, code: "request.jsonEndsEarly")
        case .tooDeep(let limit): self.init(.badRequest, code: "request.jsonTooDeep", values: ["limit": "\(limit)"])
        case .repeatedName(let name): self.init(.badRequest, code: "request.jsonRepeatedName", values: ["name": name])
        }
    }

    /// An error of the router or of Hummingbird, which says no more than its status.
    private init(_ status: HTTPResponse.Status) {
        switch status {
        case .notFound: self = .notFound
        case .badRequest: self = .malformed
        default: self.init(status, code: status.code < 500 ? "request.refused" : "request.broken")
        }
    }
}
