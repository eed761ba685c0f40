package import HTTPTypes
package import Hummingbird
import NIOCore

/// The kinds of answers that controllers give.
extension Response {
    /// A cached page: 200, 304, plain or packed, as the request wants it.
    package init(_ cached: CachedBody, for request: Request) {
        let answer = cached.answer(to: ConditionalRequest(request.head))
        self.init(status: answer.status, headers: answer.fields, body: answer.body.map(ResponseBody.init(byteBuffer:)) ?? ResponseBody())
        // HEAD and 304 have no body, but speak of one.
        if answer.status == .notModified { headers[.contentLength] = nil }
    }

    /// A JSON value.
    package static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        bytes(value.encoded, contentType: "application/json", status: status, headers: headers)
    }

    /// A problem, with its own status.
    package static func problem(_ problem: Problem, headers: HTTPFields = [:]) -> Response {
        bytes(problem.json.encoded, contentType: Problem.contentType, status: .init(code: problem.status), headers: headers)
    }

    /// Some bytes that are not cached: `no-store` unless the headers say otherwise.
    package static func bytes(
        _ bytes: [UInt8], contentType: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = contentType
        if !headers.contains(.cacheControl) { headers[.cacheControl] = "no-store" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// `302 Found`: what was asked for has another address, today.
    package static func found(_ location: String) -> Response {
        Response(status: .found, headers: [.location: location, .cacheControl: "no-cache"])
    }

    /// `303 See Other`, after a form was acted upon.
    package static func seeOther(_ location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location, .cacheControl: "no-store"])
    }
}
