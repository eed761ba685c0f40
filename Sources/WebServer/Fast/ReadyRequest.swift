package import HTTPTypes

/// A request that may be answered with a ready page: an anonymous read without anything unusual about it.
package struct ReadyRequest: Sendable {
    /// The path as it was sent, without a query, percent-encoded.
    package let rawPath: String
    /// The whole head.
    package let head: HTTPRequest
    /// The other end of the connection.
    package let peer: ClientAddress
    /// What it says about the variant it wants.
    package let conditions: ConditionalRequest
    /// Whether the client wants the connection closed behind the answer.
    let closes: Bool

    /// `nil` for every request that must go the long way: other methods, a query, a body, a visitor who may be somebody,
    /// ranges and preconditions, an upgrade, two hosts.
    init?(_ head: HTTPRequest, peer: ClientAddress) {
        guard head.method == .get || head.method == .head, head.authority != nil, let path = head.path,
            path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= RequestSanity.longestAddress,
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
        else { return nil }
        var scan = Scan()
        for field in head.headerFields {
            guard scan.admits(field) else { return nil }
        }
        rawPath = path
        self.head = head
        self.peer = peer
        conditions = ConditionalRequest(
            isHead: head.method == .head, ifNoneMatch: scan.ifNoneMatch, acceptEncoding: scan.acceptEncoding)
        closes = scan.closes
    }

    /// One walk over the fields, which is cheaper than asking for each by name.
    private struct Scan {
        var ifNoneMatch: String?
        var acceptEncoding: String?
        var closes = false

        mutating func admits(_ field: HTTPField) -> Bool {
            switch field.name.canonicalName {
            case "cookie", "authorization", "proxy-authorization", "transfer-encoding", "content-encoding", "upgrade", "expect",
                "range", "if-range", "if-match", "if-modified-since", "if-unmodified-since", "host", "te", "trailer",
                "http2-settings":
                return false
            case "content-length":
                return field.value == "0"
            case "if-none-match":
                defer { ifNoneMatch = field.value }
                return ifNoneMatch == nil
            case "accept-encoding":
                acceptEncoding = acceptEncoding.map { $0 + "," + field.value } ?? field.value
                return true
            case "connection":
                return admitsConnection(field.value)
            default:
                return true
            }
        }

        private mutating func admitsConnection(_ value: String) -> Bool {
            for option in value.utf8.split(separator: UInt8(ascii: ",")).map({ $0.trimmingBlanks() }) {
                if option.equalsLowercased("close") {
                    closes = true
                } else if !option.equalsLowercased("keep-alive") {
                    return false
                }
            }
            return true
        }
    }
}
