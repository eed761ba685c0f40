package import HTTPTypes
package import NIOCore

/// What a ``CachedBody`` answers to one request.
package struct CachedAnswer: Sendable {
    /// 200 or 304.
    package let status: HTTPResponse.Status
    /// All headers of the answer but its date and request id.
    package let fields: HTTPFields
    /// The bytes to send; none for HEAD and 304.
    package let body: ByteBuffer?
}
