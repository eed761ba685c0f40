/// Puts down what a text of an article says: references resolved, white space of lines as spaces, and private characters, with
/// bars in rows, under signs of their own.
struct LeafTextWriter {
    let node: Int
    let isPreformatted: Bool
    let isInRow: Bool
    /// Whether nothing stands before it in its leaf.
    let isFirst: Bool
    private(set) var runs: [ArticleLeaf.Run] = []

    private static let references: [(name: [UInt8], byte: UInt8)] = [
        (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#39;".utf8), UInt8(ascii: "'")),
    ]

    init(node: Int, isPreformatted: Bool, isInRow: Bool, isFirst: Bool) {
        self.node = node
        self.isPreformatted = isPreformatted
        self.isInRow = isInRow
        self.isFirst = isFirst
    }

    /// Linear in the text.
    mutating func write(_ html: [UInt8], _ range: Range<Int>, after bytes: inout [UInt8], _ symbols: inout ArticleSymbols) {
        var start = bytes.count
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = html[place]
            let isBar = isInRow && byte == UInt8(ascii: "|")
            if isBar || byte >= 0xF3 && ArticleSymbols.isSign(html[place..<range.upperBound]) {
                end(start, bytes.count)
                start = bytes.count
                let length = isBar ? 1 : 4
                bytes += symbols.sign(of: html[place..<place + length])
                runs.append(
                    ArticleLeaf.Run(node: node, content: .literal(place..<place + length), range: start..<bytes.count))
                (start, place) = (bytes.count, place + length)
            } else if byte == UInt8(ascii: "&"), let reference = Self.reference(html[place...]) {
                bytes.append(reference.byte)
                place += reference.length
            } else {
                append(byte, &bytes)
                place += 1
            }
        }
        end(start, bytes.count)
    }

    private static func reference(_ html: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
        references.first { html.starts(with: $0.name) }.map { ($0.byte, $0.name.count) }
    }

    /// The value of an attribute, or a text, with its references resolved.
    static func resolved(_ html: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var place = html.startIndex
        while place < html.endIndex {
            let found = html[place] == UInt8(ascii: "&") ? reference(html[place...]) : nil
            bytes.append(found?.byte ?? html[place])
            place += found?.length ?? 1
        }
        return bytes
    }

    private func append(_ byte: UInt8, _ bytes: inout [UInt8]) {
        let isSpace = byte == 0x20 || 0x09...0x0D ~= byte
        if isPreformatted || !isSpace { return bytes.append(byte) }
        if !bytes.isEmpty || !isFirst { bytes.append(0x20) }
    }

    private mutating func end(_ start: Int, _ end: Int) {
        if end > start { runs.append(ArticleLeaf.Run(node: node, content: .text, range: start..<end)) }
    }
}
