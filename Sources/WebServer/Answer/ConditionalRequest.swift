package import HTTPTypes

/// What a GET or HEAD says about the variant it wants, taken out of the head once.
package struct ConditionalRequest: Sendable, Equatable {
    /// Whether only the head of the answer is asked for.
    package let isHead: Bool
    /// The tags the client already has.
    package let ifNoneMatch: String?
    /// The encodings it takes.
    package let acceptEncoding: String?

    /// A request with just these.
    package init(isHead: Bool, ifNoneMatch: String?, acceptEncoding: String?) {
        self.isHead = isHead
        self.ifNoneMatch = ifNoneMatch
        self.acceptEncoding = acceptEncoding
    }

    /// What a request head says.
    package init(_ head: HTTPRequest) {
        self.init(
            isHead: head.method == .head, ifNoneMatch: head.headerFields[.ifNoneMatch],
            acceptEncoding: head.headerFields[.acceptEncoding])
    }
}
