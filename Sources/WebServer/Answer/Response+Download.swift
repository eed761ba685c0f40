import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// How many bytes are read at once.
    private static let pieceSize = 64 << 10

    /// A file of the server's own that is saved by whoever asks, read piece by piece as it is sent; in ranges, or 304.
    /// - Parameters:
    ///   - fileName: the name that it is given; its ending says the type.
    ///   - tag: names exactly these bytes.
    static func download(_ file: OpenedFile, fileName: [UInt8], tag: EntityTag, for request: Request) -> Response {
        let type = MediaType(fileName: fileName)
        var headers: HTTPFields = [
            .eTag: tag.identity, .cacheControl: "no-cache", .acceptRanges: "bytes", .contentSecurityPolicy: type.contentSecurityPolicy,
            .robotsTag: "noindex, nofollow",
        ]
        if let known = request.headers[.ifNoneMatch], tag.isNamed(byIfNoneMatch: known) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = type.value
        headers[.contentDisposition] = ContentDisposition.header(.attachment, fileName: fileName)
        let range = ByteRange(
            range: request.method == .get ? request.headers[.range] : nil, ifRange: request.headers[.ifRange], size: file.size, tag: tag)
        headers[.contentRange] = range.contentRange(size: file.size)
        switch range {
        case .whole: return Response(status: .ok, headers: headers, body: pieces(of: file, 0..<file.size))
        case .part(let part): return Response(status: .partialContent, headers: headers, body: pieces(of: file, part))
        case .unsatisfiable: return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    private static func pieces(of file: OpenedFile, _ range: Range<Int>) -> ResponseBody {
        ResponseBody(contentLength: range.count) { writer in
            var place = range.lowerBound
            while place < range.upperBound {
                let piece = try await file.bytes(at: place, count: min(pieceSize, range.upperBound - place))
                place += piece.readableBytes
                try await writer.write(piece)
            }
            try await writer.finish(nil)
        }
    }
}
