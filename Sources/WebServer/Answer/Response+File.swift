import HTTPTypes
package import Hummingbird
import NIOCore

extension Response {
    /// A stored file: its type by its name, in ranges, or 304, and boxed in by a policy of its own.
    /// - Parameters:
    ///   - fileName: the last segment of its path.
    ///   - tag: names exactly these bytes.
    ///   - cacheControl: how long a client may keep it without asking.
    package static func file(
        _ bytes: ByteBuffer, fileName: [UInt8], tag: EntityTag, for request: Request, cacheControl: String = "no-cache"
    ) -> Response {
        let type = MediaType(fileName: fileName)
        var headers: HTTPFields = [
            .eTag: tag.identity, .cacheControl: cacheControl, .acceptRanges: "bytes",
            .contentSecurityPolicy: type.contentSecurityPolicy,
        ]
        if let known = request.headers[.ifNoneMatch], tag.isNamed(byIfNoneMatch: known) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = type.value
        headers[.contentDisposition] = ContentDisposition.header(type.treatment, fileName: fileName)
        let size = bytes.readableBytes
        let range = ByteRange(
            range: request.method == .get ? request.headers[.range] : nil, ifRange: request.headers[.ifRange], size: size, tag: tag)
        headers[.contentRange] = range.contentRange(size: size)
        switch range {
        case .whole:
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
        case .part(let part):
            let slice = bytes.getSlice(at: bytes.readerIndex + part.lowerBound, length: part.count) ?? ByteBuffer()
            return Response(status: .partialContent, headers: headers, body: ResponseBody(byteBuffer: slice))
        case .unsatisfiable:
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }
}
