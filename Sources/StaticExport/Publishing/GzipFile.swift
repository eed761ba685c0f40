import CZlib

/// A file compressed ahead of time, for hosts that send such twins.
enum GzipFile {
    private static let endings = ["html", "md", "js", "css", "json", "xml", "txt", "svg", "map"]

    /// Whether a file gains from it; pictures and archives do not.
    static func isWorthIt(_ path: String) -> Bool { endings.contains { path.hasSuffix(".\($0)") } }

    /// The bytes as gzip (RFC 1952), without a name or a time, so the same for the same bytes.
    static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let windowBits = MAX_WBITS + 16
        guard
            deflateInit2_(
                &stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)
            )
                == Z_OK
        else { return [] }
        defer { deflateEnd(&stream) }
        var input = bytes
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        return input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(bound)
                deflate(&stream, Z_FINISH)
                count = bound - Int(stream.avail_out)
            }
        }
    }
}
