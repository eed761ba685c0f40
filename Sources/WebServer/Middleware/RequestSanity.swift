import HTTPTypes

/// What must hold of a request before anybody looks at what it wants.
enum RequestSanity {
    /// Longer than any address of ours: a page path with 200 bytes a segment, percent-encoded, and a query.
    static let longestAddress = 8 * 1024

    static func check(_ head: HTTPRequest) throws(WebError) {
        guard let address = head.path, address.utf8.count <= longestAddress else { throw .addressTooLong }
        guard address.utf8.first == UInt8(ascii: "/") else { throw .malformed }
        // Two hosts: a proxy and this server could take different ones for true.
        guard !head.headerFields.contains(.secondHost) else { throw .malformed }
    }
}
