import HTTPTypes
package import Hummingbird
import NIOCore

extension Request {
    /// The whole body, unpacked where it came as gzip.
    ///
    /// Nothing is read where `Content-Length` already exceeds the bound. Throws ``BodyError``, and what the connection
    /// throws where it breaks off. To be called once.
    /// - Parameters:
    ///   - limit: the bound in bytes on what comes and on what it unpacks to.
    ///   - lease: the request's share of what all bodies together may hold.
    package func collectBody(limit: Int, lease: BodyLease) async throws -> [UInt8] {
        let encoding = try BodyEncoding(head)
        if let length = headers[.contentLength].flatMap(Int.init), length > limit {
            throw BodyError.tooLarge(limit: limit)
        }
        var bytes: [UInt8] = []
        for try await chunk in body {
            guard bytes.count + chunk.readableBytes <= limit else { throw BodyError.tooLarge(limit: limit) }
            try lease.take(chunk.readableBytes)
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        if encoding == .identity { return bytes }
        // The room that it may unpack to is taken before it does.
        try lease.take(min(limit, bytes.count * Gzip.largestRatio))
        return try encoding.decoded(bytes, limit: limit)
    }

    /// The fields of a form without files. Throws ``FormError`` and what ``collectBody(limit:lease:)`` throws.
    package func collectForm(limit: Int, lease: BodyLease) async throws -> FormData {
        guard HeaderParameters((headers[.contentType] ?? "").utf8).value == "application/x-www-form-urlencoded" else {
            throw FormError.unsupportedContentType
        }
        return try FormData(urlEncoded: try await collectBody(limit: limit, lease: lease))
    }

    /// The fields and files of a form. Throws ``FormError`` and what ``collectBody(limit:lease:)`` throws.
    package func collectMultipart(limit: Int, lease: BodyLease) async throws -> MultipartForm {
        let contentType = headers[.contentType] ?? ""
        guard HeaderParameters(contentType.utf8).value == "multipart/form-data" else {
            throw FormError.unsupportedContentType
        }
        return try MultipartForm(body: try await collectBody(limit: limit, lease: lease), contentType: contentType)
    }

    /// A JSON body. Throws ``JSONError``, ``FormError/unsupportedContentType``, and what ``collectBody(limit:lease:)`` throws.
    /// An empty body is an empty object.
    package func collectJSON(limit: Int, lease: BodyLease) async throws -> JSONValue {
        let bytes = try await collectBody(limit: limit, lease: lease)
        if bytes.isEmpty { return .object([]) }
        let type = HeaderParameters((headers[.contentType] ?? "").utf8).value
        guard type == "application/json" || type.hasSuffix("+json") else { throw FormError.unsupportedContentType }
        return try JSONValue(parsing: bytes)
    }
}
