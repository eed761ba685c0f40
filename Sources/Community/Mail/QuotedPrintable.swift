/// Text as quoted-printable (RFC 2045, 6.7): ASCII in lines of at most 76 characters that end in CRLF, whatever goes in.
enum QuotedPrintable {
    /// The bytes for a text; every kind of line end in it becomes CRLF, and the last line ends too.
    static func encoded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for line in lines(Array(text.utf8)) {
            append(line, to: &result)
            result += "\r\n".utf8
        }
        return result
    }

    private static func append(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
        var width = 0
        for (offset, byte) in line.enumerated() {
            let isLast = offset == line.count - 1
            let piece = piece(byte, isLast: isLast)
            // One column stays free for the `=` of a soft line break.
            if width + piece.count > (isLast ? 76 : 75) {
                result += "=\r\n".utf8
                width = 0
            }
            result += piece
            width += piece.count
        }
    }

    private static func piece(_ byte: UInt8, isLast: Bool) -> [UInt8] {
        let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
        if isPlain || (isBlank && !isLast) { return [byte] }
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// The lines without their ends, of which CRLF is one. A last line end begins no further line.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        var result: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == cr || byte == lf {
            if byte == lf, index > 0, bytes[index - 1] == cr {
                start = index + 1
                continue
            }
            result.append(bytes[start..<index])
            start = index + 1
        }
        if start < bytes.count { result.append(bytes[start...]) }
        return result
    }
}
