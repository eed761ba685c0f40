/// The value of a `Content-Disposition` answer header (RFC 6266), for any file name whatever.
package enum ContentDisposition {
    /// The header for a file. Its name stands there twice: in ASCII with every doubtful byte replaced, for old clients,
    /// and percent-encoded as UTF-8 (RFC 8187). Neither can end the header or its quotes.
    package static func header(_ treatment: MediaType.Treatment, fileName: some Collection<UInt8>) -> String {
        let kind = treatment == .attachment ? "attachment" : "inline"
        let plain = fileName.map { isPlain($0) ? $0 : UInt8(ascii: "_") }
        let text = String(decoding: fileName, as: UTF8.self)
        return "\(kind); filename=\"\(String(decoding: plain, as: UTF8.self))\"; filename*=UTF-8''\(PercentCoding.encoded(text.utf8))"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || "-._ ".utf8.contains(byte)
    }
}
