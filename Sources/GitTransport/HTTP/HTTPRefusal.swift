import HTTPTypes
import Hummingbird
import NIOCore

/// A request of git that is refused, with a sentence that people see.
struct HTTPRefusal: Error, Sendable {
    let status: HTTPResponse.Status
    let sentence: String
    var headers: HTTPFields = [:]

    /// The answer to `info/refs`, whose text git shows behind `remote:`. A client that still sends is not listened to any further.
    var response: Response {
        var headers = headers
        headers[.contentType] = "text/plain; charset=utf-8"
        headers[.cacheControl] = "no-cache"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: sentence + "\n")))
    }

    /// Asks for a token, in the same words whether none came, or an unknown, wrong or ended one.
    static func login(_ words: PushWords, realm: String) -> HTTPRefusal {
        HTTPRefusal(
            status: .unauthorized, sentence: words.text("push.login"),
            headers: [.wwwAuthenticate: "Basic realm=\"\(quotable(realm))\", charset=\"UTF-8\""])
    }

    /// Refuses what the credential does not reach to.
    static func forbidden(_ sentence: String) -> HTTPRefusal { HTTPRefusal(status: .forbidden, sentence: sentence) }

    /// Asks to come again.
    static func retry(_ status: HTTPResponse.Status, _ sentence: String, after seconds: Int) -> HTTPRefusal {
        HTTPRefusal(status: status, sentence: sentence, headers: [.retryAfter: "\(seconds)"])
    }

    /// What may stand in a quoted string of a header: visible ASCII, neither quote nor backslash.
    private static func quotable(_ text: String) -> String {
        let kept = text.utf8.filter { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        return kept.isEmpty ? "wiki" : String(decoding: kept, as: UTF8.self)
    }
}
