import CZlib

/// One zlib stream and its memory, freed with it. zlib keeps the address of the stream, so it lives on the heap.
struct ZlibStream: ~Copyable {
    enum Kind: Equatable {
        case deflate(level: Int32)
        case inflate
    }

    /// How far one step came.
    enum Step {
        case progress(consumed: Int, written: Int)
        case ended(consumed: Int, written: Int)
        case failed
    }

    private let stream: UnsafeMutablePointer<z_stream>
    private let kind: Kind

    /// `nil` where zlib has no memory.
    init?(_ kind: Kind) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status =
            switch kind {
            case .deflate(let level): stemma_deflate_init_gzip(stream, level)
            case .inflate: stemma_inflate_init_gzip(stream)
            }
        guard status == Z_OK else {
            stream.deallocate()
            return nil
        }
        self.stream = stream
        self.kind = kind
    }

    deinit {
        if kind == .inflate { inflateEnd(stream) } else { deflateEnd(stream) }
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// The most bytes that so many can become.
    func bound(_ count: Int) -> Int {
        Int(deflateBound(stream, UInt(count))) + 32
    }

    /// Feeds `input` and fills `output` from its start, once.
    func run(input: ArraySlice<UInt8>, output: inout [UInt8], finish: Bool) -> Step {
        input.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(clamping: source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(clamping: target.count)
                let flush = finish ? Z_FINISH : Z_NO_FLUSH
                let status = kind == .inflate ? inflate(stream, flush) : deflate(stream, flush)
                let consumed = source.count - Int(stream.pointee.avail_in)
                let written = target.count - Int(stream.pointee.avail_out)
                switch status {
                case Z_STREAM_END: return .ended(consumed: consumed, written: written)
                case Z_OK, Z_BUF_ERROR: return .progress(consumed: consumed, written: written)
                default: return .failed
                }
            }
        }
    }
}
