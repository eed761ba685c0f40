import CZlib

/// Unpacks a gzip stream as it comes, a little at a time, so that what unpacks to a thousand times its size takes no more
/// memory than anything else. For one task at a time.
final class GzipInflater {
    /// No gzip, cut off, or followed by something else.
    struct Malformed: Error, Hashable {}

    /// The most bytes of one piece.
    private static let pieceSize = 64 << 10

    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var position = 0
    private var hasEnded = false

    /// Nil where zlib has no memory.
    init?() {
        // zlib keeps the address of the stream, so it lives on the heap.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard stemma_inflate_init_gzip(stream) == Z_OK else {
            stream.deallocate()
            return nil
        }
        self.stream = stream
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// The next piece of what the packed bytes stand for; nil at the end.
    /// - Parameter source: gives more packed bytes; nil at their end.
    func next(from source: () async throws -> [UInt8]?) async throws -> [UInt8]? {
        while true {
            if hasEnded {
                guard position == input.count else { throw Malformed() }
                while let rest = try await source() {
                    guard rest.isEmpty else { throw Malformed() }
                }
                return nil
            }
            if position == input.count {
                guard let more = try await source() else { throw Malformed() }
                input = more
                position = 0
                continue
            }
            let piece = try step()
            if !piece.isEmpty { return piece }
        }
    }

    private func step() throws(Malformed) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: Self.pieceSize)
        let (status, consumed, written) = input[position...].withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(clamping: source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(clamping: target.count)
                let status = inflate(stream, Z_NO_FLUSH)
                return (status, source.count - Int(stream.pointee.avail_in), target.count - Int(stream.pointee.avail_out))
            }
        }
        position += consumed
        switch status {
        case Z_STREAM_END: hasEnded = true
        case Z_OK, Z_BUF_ERROR:
            guard consumed + written > 0 else { throw Malformed() }
        default: throw Malformed()
        }
        output.removeLast(output.count - written)
        return output
    }
}
