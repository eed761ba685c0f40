import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// The client of one HTTP request: its body as it comes, unpacked where it came as gzip, and the body of its answer.
// Unchecked: `read` is asked by one task at a time and `write` by one, as ``GitClient`` says, and they share nothing.
final class HTTPClient: GitClient, @unchecked Sendable {
    /// The body is longer than is taken.
    struct TooLong: Error, Hashable {}

    private var body: RequestBody.AsyncIterator
    private let isGzip: Bool
    private let inflater: GzipInflater?
    private var left: Int
    private var writer: any ResponseBodyWriter

    /// - Parameter limit: the most bytes of the body, unpacked.
    init(_ body: RequestBody, isGzip: Bool, limit: Int, writer: any ResponseBodyWriter) {
        self.body = body.makeAsyncIterator()
        self.isGzip = isGzip
        inflater = isGzip ? GzipInflater() : nil
        left = limit
        self.writer = writer
    }

    func read() async throws -> [UInt8]? {
        let bytes: [UInt8]?
        if isGzip {
            guard let inflater else { throw GzipInflater.Malformed() }
            bytes = try await inflater.next { try await self.next() }
        } else {
            bytes = try await next()
        }
        left -= bytes?.count ?? 0
        guard left >= 0 else { throw TooLong() }
        return bytes
    }

    func write(_ bytes: [UInt8]) async throws {
        try await writer.write(ByteBuffer(bytes: bytes))
    }

    /// HTTP has no place for it.
    func complain(_ bytes: [UInt8]) async {}

    /// Ends the answer.
    func finish() async throws {
        try await writer.finish(nil)
    }

    private func next() async throws -> [UInt8]? {
        try await body.next().map { Array($0.readableBytesView) }
    }
}
