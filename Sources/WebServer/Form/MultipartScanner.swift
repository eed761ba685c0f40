/// Cuts a multipart body at its boundary, one part after the other.
struct MultipartScanner {
    /// One part: what its Content-Disposition said, and its bytes.
    struct Part {
        let name: [UInt8]
        let filename: [UInt8]?
        let content: ArraySlice<UInt8>
    }

    /// The header block of a part holds two or three short lines; more is an attack.
    static let maximumPartHeaders = 8 * 1024

    private let body: [UInt8]
    /// `CRLF -- boundary`, which ends every part.
    private let delimiter: [UInt8]
    /// Where the header block of the next part begins, or `nil` after the last.
    private var position: Int?

    init(body: [UInt8], boundary: [UInt8]) throws(FormError) {
        self.body = body
        delimiter = Array("\r\n--".utf8) + boundary
        if body[...].starts(with: delimiter.dropFirst(2)) {
            position = try Self.afterBoundary(in: body, at: delimiter.count - 2)
        } else if let preamble = body[...].firstRange(ofBytes: delimiter) {
            position = try Self.afterBoundary(in: body, at: preamble.upperBound)
        } else {
            throw .malformedMultipart
        }
    }

    mutating func next() throws(FormError) -> Part? {
        guard let start = position else { return nil }
        let rest = body[start...]
        guard let headers = try headerBlock(rest) else { throw .malformedMultipart }
        let content = body[headers.end...]
        // A part without content has its delimiter right behind the blank line, whose CRLF is the delimiter's own.
        let from = body[(headers.end - 2)...]
        if let end = from.firstRange(ofBytes: delimiter) {
            position = try Self.afterBoundary(in: body, at: end.upperBound)
            return try part(headers.lines, content: content[headers.end..<max(headers.end, end.lowerBound)])
        }
        position = nil
        return try part(headers.lines, content: content)
    }

    /// The lines up to the blank one, and where the content begins.
    private func headerBlock(_ rest: ArraySlice<UInt8>) throws(FormError) -> (lines: ArraySlice<UInt8>, end: Int)? {
        if rest.starts(with: [13, 10]) { return (rest.prefix(0), rest.startIndex + 2) }
        let window = rest.prefix(Self.maximumPartHeaders)
        guard let blank = window.firstRange(ofBytes: [13, 10, 13, 10]) else {
            if window.count < rest.count { throw .partHeadersTooLarge(limit: Self.maximumPartHeaders) }
            return nil
        }
        return (rest[..<blank.lowerBound], blank.upperBound)
    }

    private func part(_ lines: ArraySlice<UInt8>, content: ArraySlice<UInt8>) throws(FormError) -> Part {
        try rejectNested(lines)
        for line in lines.split(separator: UInt8(ascii: "\n")) {
            let pieces = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            guard let header = pieces.first?.trimmingBlanks(), pieces.count == 2 else { continue }
            var value = pieces[1]
            if value.last == 13 { value.removeLast() }
            if header.equalsLowercased("content-disposition") {
                let disposition = HeaderParameters(value)
                guard disposition.value == "form-data", let name = disposition["name"] else { throw .malformedMultipart }
                return Part(name: name, filename: disposition["filename"], content: content)
            }
        }
        throw .malformedMultipart
    }

    /// RFC 7578 deprecates `multipart/mixed` inside a form; nothing here would look into it, so it is not taken.
    private func rejectNested(_ lines: ArraySlice<UInt8>) throws(FormError) {
        let lowered = lines.map(\.asciiLowercased)
        if lowered[...].firstRange(ofBytes: Array("content-type: multipart/".utf8)) != nil { throw .malformedMultipart }
    }

    /// Behind a boundary stands `--` (the end), or blanks and CRLF.
    private static func afterBoundary(in body: [UInt8], at index: Int) throws(FormError) -> Int? {
        var rest = body[index...]
        if rest.starts(with: "--".utf8) { return nil }
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        guard rest.starts(with: [13, 10]) else { throw .malformedMultipart }
        return rest.startIndex + 2
    }
}
