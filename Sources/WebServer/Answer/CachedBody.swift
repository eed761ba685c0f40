package import HTTPTypes
package import NIOCore
import Synchronization

/// The finished bytes of an answer, shared by every request for it: plain, and gzip made when it is first wanted and
/// then kept. Immutable but for that.
package final class CachedBody: Sendable {
    /// What has become of the gzip variant.
    private enum Packed {
        case notMade
        case beingMade
        /// It would save nothing worth keeping.
        case useless
        case ready(Variant)
    }

    /// One sequence of bytes and the headers that go with it.
    private struct Variant: Sendable {
        let bytes: ByteBuffer
        let fields: HTTPFields
    }

    /// Below this many bytes gzip saves no packet.
    private static let smallestPacked = 1024

    /// The tags of both variants.
    package let tag: EntityTag
    private let plain: Variant
    private let packed: Mutex<Packed>
    private let notModified: HTTPFields

    /// - Parameters:
    ///   - contentType: the value of `Content-Type`.
    ///   - tag: names these bytes and no others.
    ///   - isCompressible: false for what is packed already.
    ///   - fields: further headers, such as `Cache-Control` or `Link`.
    ///   - security: the headers of every answer.
    package init(
        _ bytes: ByteBuffer, contentType: String, tag: EntityTag, isCompressible: Bool = true, fields: HTTPFields = [:],
        security: SecurityHeaders = .page
    ) {
        var shared = fields
        if !shared.contains(.cacheControl) { shared[.cacheControl] = "no-cache" }
        if isCompressible { shared[.vary] = "Accept-Encoding" }
        security.complete(&shared)
        var notModified = shared
        notModified[.eTag] = tag.identity
        shared[.contentType] = contentType
        self.tag = tag
        self.notModified = notModified
        plain = Self.variant(bytes, tag: tag.identity, fields: shared)
        packed = Mutex(isCompressible && bytes.readableBytes >= Self.smallestPacked ? .notMade : .useless)
    }

    /// The plain bytes.
    package var bytes: ByteBuffer { plain.bytes }

    /// What this value costs in memory at most, with a gzip variant, in bytes.
    package var cost: Int { plain.bytes.storageCapacity * 3 / 2 + 2048 }

    /// The answer to a GET or HEAD: 304 where the client has it, else 200 in the encoding it prefers.
    /// - Parameter mayCompress: whether the gzip variant may be made now (CPU time in proportion to the page) where it is
    ///   wanted and not there; else the plain bytes are sent.
    package func answer(to request: ConditionalRequest, mayCompress: Bool = true) -> CachedAnswer {
        if let known = request.ifNoneMatch, tag.isNamed(byIfNoneMatch: known) {
            return CachedAnswer(status: .notModified, fields: notModified, body: nil)
        }
        let wantsPacked = request.acceptEncoding.map { AcceptEncoding($0).prefersGzip } ?? false
        let variant = wantsPacked ? packedVariant(mayCompress: mayCompress) ?? plain : plain
        return CachedAnswer(status: .ok, fields: variant.fields, body: request.isHead ? nil : variant.bytes)
    }

    /// Whether the gzip variant is wanted and nobody has begun to make it, so that somebody should who has the time.
    package func awaitsPacking(for request: ConditionalRequest) -> Bool {
        let isMade = packed.withLock { state in
            if case .notMade = state { false } else { true }
        }
        if isMade || request.ifNoneMatch.map({ tag.isNamed(byIfNoneMatch: $0) }) == true { return false }
        return request.acceptEncoding.map { AcceptEncoding($0).prefersGzip } ?? false
    }

    private func packedVariant(mayCompress: Bool) -> Variant? {
        let isMine = packed.withLock { state -> Bool in
            guard mayCompress, case .notMade = state else { return false }
            state = .beingMade
            return true
        }
        if isMine {
            let made = makePacked()
            packed.withLock { $0 = made }
        }
        return packed.withLock { state in
            if case .ready(let variant) = state { variant } else { nil }
        }
    }

    /// Kept only where it is at most half as long, which ``cost`` relies on; text becomes a quarter.
    private func makePacked() -> Packed {
        guard let bytes = Gzip.compressed(Array(plain.bytes.readableBytesView)), bytes.count <= plain.bytes.readableBytes / 2 else {
            return .useless
        }
        var buffer = ByteBufferAllocator().buffer(capacity: bytes.count)
        buffer.writeBytes(bytes)
        var fields = plain.fields
        fields[.contentEncoding] = "gzip"
        return .ready(Self.variant(buffer, tag: tag.gzip, fields: fields))
    }

    private static func variant(_ bytes: ByteBuffer, tag: String, fields: HTTPFields) -> Variant {
        var fields = fields
        fields[.eTag] = tag
        fields[.contentLength] = String(bytes.readableBytes)
        return Variant(bytes: bytes, fields: fields)
    }
}
