import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Passes a streamed body on and counts its bytes.
final class CountingBodyWriter: ResponseBodyWriter {
    private var inner: any ResponseBodyWriter
    private(set) var count = 0

    init(_ inner: any ResponseBodyWriter) {
        self.inner = inner
    }

    func write(_ buffer: ByteBuffer) async throws {
        count += buffer.readableBytes
        try await inner.write(buffer)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await inner.finish(trailingHeaders)
    }
}
