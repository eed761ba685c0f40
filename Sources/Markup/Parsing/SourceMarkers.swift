/// Prepares Markdown for cmark: openers that cmark has no hook for become single control bytes, for which our extension has one.
///
/// cmark alone decides what is code, an address or raw HTML; there the bytes are turned back (`restore`), so nothing is
/// recognised where it should not be. Control bytes of the author become U+FFFD first, so a marker is always ours.
enum SourceMarkers {
    /// The `|` of a wikilink, so that a table does not split there.
    static let pipe: UInt8 = 0x01
    /// `[[`
    static let wikilink: UInt8 = 0x02
    /// `![[`
    static let embed: UInt8 = 0x03
    /// The `$$` that opens a formula of several lines.
    static let mathOpen: UInt8 = 0x04
    /// The `%%` that opens a comment of several lines.
    static let commentOpen: UInt8 = 0x05
    /// The `$$` or `%%` that closes what the line before it opened.
    static let mathClose: UInt8 = 0x06
    static let commentClose: UInt8 = 0x07

    /// The longest wikilink, in bytes.
    private static let wikilinkLimit = 500
    /// The longest formula or comment of several lines.
    private static let blockLimit = 200

    /// The source with markers in it. Linear.
    static func insert(into source: ArraySlice<UInt8>) -> [UInt8] {
        var blocks = blockMarkers(source)[...]
        var output: [UInt8] = []
        output.reserveCapacity(source.count + 64)
        var index = source.startIndex
        var isEscaped = false
        while index < source.endIndex {
            let byte = source[index]
            if let block = blocks.first, block.position == index {
                output.append(block.marker)
                blocks = blocks.dropFirst()
                index += 2
            } else if !isEscaped, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "!"), let span = wikilinkSpan(source, at: index) {
                output.append(byte == UInt8(ascii: "!") ? embed : wikilink)
                appendWikilink(source[span], to: &output)
                index = span.upperBound
            } else {
                append(byte, to: &output)
                index += 1
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return output
    }

    /// Appends text that came out of cmark, with every marker as it was written.
    static func restore(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        guard text.contains(where: { $0 < 8 }) else { return output.append(contentsOf: text) }
        for byte in text {
            switch byte {
            case pipe: output.append(UInt8(ascii: "|"))
            case wikilink: output.append(contentsOf: "[[".utf8)
            case embed: output.append(contentsOf: "![[".utf8)
            case mathOpen, mathClose: output.append(contentsOf: "$$".utf8)
            case commentOpen, commentClose: output.append(contentsOf: "%%".utf8)
            default: output.append(byte)
            }
        }
    }

    private static func append(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case 12: output.append(UInt8(ascii: " "))
        case 0..<9, 11, 14..<32, 127: output.appendScalar("\u{FFFD}")
        default: output.append(byte)
        }
    }

    private static func appendWikilink(_ span: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var previous: UInt8 = 0
        for byte in span {
            if byte == UInt8(ascii: "|"), previous != UInt8(ascii: "\\") {
                output.append(pipe)
            } else {
                append(byte, to: &output)
            }
            previous = byte
        }
    }

    /// The text of a wikilink with its `]]`, where `index` opens one. `[[1]](address)` and `[[1]][label]` are ordinary links.
    private static func wikilinkSpan(_ source: ArraySlice<UInt8>, at index: Int) -> Range<Int>? {
        var start = index
        if source[start] == UInt8(ascii: "!") { start += 1 }
        guard start + 4 < source.endIndex, source[start] == UInt8(ascii: "["), source[start + 1] == UInt8(ascii: "[") else { return nil }
        start += 2
        var end = start
        let limit = min(source.endIndex - 1, start + wikilinkLimit)
        while end < limit {
            switch source[end] {
            case UInt8(ascii: "["), 10, 13: return nil
            case UInt8(ascii: "]"):
                guard end > start, source[end + 1] == UInt8(ascii: "]") else { return nil }
                let after = end + 2 < source.endIndex ? source[end + 2] : 0
                return after == UInt8(ascii: "(") || after == UInt8(ascii: "[") ? nil : start..<end + 2
            default: end += 1
            }
        }
        return nil
    }

    /// Where formulas and comments of several lines open and close: only pairs, so a lone `$$` swallows nothing.
    private static func blockMarkers(_ source: ArraySlice<UInt8>) -> [(position: Int, marker: UInt8)] {
        var markers: [(position: Int, marker: UInt8)] = []
        var opened: (position: Int, sign: UInt8, lines: Int)?
        var isInFence = false
        var lineStart = source.startIndex
        while lineStart < source.endIndex {
            let lineEnd = source[lineStart...].firstIndex(of: 10) ?? source.endIndex
            let line = SourceLine(source[lineStart..<lineEnd])
            if line.isFence, opened == nil { isInFence.toggle() }
            if let (position, sign, lines) = opened {
                if let close = line.closing(sign) {
                    markers.append((position, sign == UInt8(ascii: "$") ? mathOpen : commentOpen))
                    markers.append((close, sign == UInt8(ascii: "$") ? mathClose : commentClose))
                    opened = nil
                } else {
                    opened = lines < blockLimit ? (position, sign, lines + 1) : nil
                }
            } else if !isInFence, let (position, sign) = line.opening {
                opened = (position, sign, 0)
            }
            lineStart = lineEnd + 1
        }
        return markers
    }
}
