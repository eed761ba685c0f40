package import HTTPTypes

/// The `Content-Encoding` of a request, as far as it is taken.
package enum BodyEncoding: Sendable, Equatable {
    /// As it is.
    case identity
    /// Packed once with gzip.
    case gzip

    /// Reads the headers of a request. A body packed twice is refused: nobody needs it but to hide how large it is.
    package init(_ head: HTTPRequest) throws(BodyError) {
        let codings = head.headerFields[values: .contentEncoding].joined(separator: ",").utf8
            .split(separator: UInt8(ascii: ",")).map { $0.trimmingBlanks() }
            .filter { !$0.isEmpty && !$0.equalsLowercased("identity") }
        guard let coding = codings.first else {
            self = .identity
            return
        }
        guard codings.count == 1, coding.equalsLowercased("gzip") || coding.equalsLowercased("x-gzip") else {
            throw .unsupportedEncoding
        }
        self = .gzip
    }

    /// The bytes that a collected body stands for, at most `limit`.
    package func decoded(_ bytes: [UInt8], limit: Int) throws(BodyError) -> [UInt8] {
        guard self == .gzip else { return bytes }
        do {
            return try Gzip.decompressed(bytes, limit: limit)
        } catch .tooLarge {
            throw .tooLarge(limit: limit)
        } catch {
            throw .malformedGzip
        }
    }
}
