import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// The client of one HTTP request: its body as it comes, unpacked where it came as gzip, and the body of its answer.
// Unchecked: `read` and `readAhead` are asked by one task at a time and `write` by one, as ``GitClient`` says, and these share
// nothing.
final class HTTPClient: GitClient, @unchecked Sendable {
    /// The body is longer than is taken.
    struct TooLong: Error, Hashable {}

    private var body: RequestBody.AsyncIterator
    private let isGzip: Bool
    private let inflater: GzipInflater?
    private var left: Int
    private var writer: any ResponseBodyWriter
    /// What was read ahead, the newest last, and how many pieces of it were read since.
    private var ahead: [[UInt8]] = []
    private var position = 0
    private var seat: WaitingRoom.Seat?
    private var hasEnded = false
    /// What went wrong with what was to be read ahead.
    private var fault: (any Error)?

    /// - Parameters:
    ///   - limit: the most bytes of the body, unpacked.
    ///   - seat: where stands what is read ahead.
    init(_ body: RequestBody, isGzip: Bool, limit: Int, writer: any ResponseBodyWriter, seat: WaitingRoom.Seat? = nil) {
        self.body = body.makeAsyncIterator()
        self.isGzip = isGzip
        inflater = isGzip ? GzipInflater() : nil
        left = limit
        self.writer = writer
        self.seat = seat
    }

    func read() async throws -> [UInt8]? {
        if position < ahead.count {
            defer { position += 1 }
            return ahead[position]
        }
        // Given back as soon as nobody needs it any more: a push lasts.
        (ahead, position, seat) = ([], 0, nil)
        if let fault { throw fault }
        return try await next()
    }

    /// The next bytes, which `read` gives once more; nil at their end, and where something is wrong with them, which `read` tells.
    /// - Throws: `WaitingRoom.Full`; `CancellationError`.
    func readAhead() async throws -> [UInt8]? {
        let bytes: [UInt8]?
        do {
            bytes = try await next()
        } catch {
            try Task.checkCancellation()
            fault = error
            return nil
        }
        if let bytes {
            try seat?.take(bytes.count)
            ahead.append(bytes)
        }
        return bytes
    }

    /// What was wrong with what was to be read ahead; nil where nothing was.
    var faultAhead: (any Error)? { fault }

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
        guard !hasEnded else { return nil }
        let bytes: [UInt8]?
        if isGzip {
            guard let inflater else { throw GzipInflater.Malformed() }
            bytes = try await inflater.next { try await self.packed() }
        } else {
            bytes = try await packed()
        }
        left -= bytes?.count ?? 0
        guard left >= 0 else { throw TooLong() }
        hasEnded = bytes == nil
        return bytes
    }

    private func packed() async throws -> [UInt8]? {
        try await body.next().map { Array($0.readableBytesView) }
    }
}
