/// The blocks of a Markdown text, with what is needed to compare them with another's.
struct TextBlocks {
    let lines: TextLines
    let blocks: [Block]
    /// Each block's words and signs with single spaces, so that a reflowed paragraph is the same one.
    let plain: [UInt8]
    /// Where each block is in `plain`.
    let plainRanges: [Range<Int>]

    init(_ text: [UInt8]) {
        lines = TextLines(text)
        blocks = BlockReader(lines).blocks
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var ranges: [Range<Int>] = []
        for block in blocks {
            let start = plain.count
            for byte in lines[block.lines] {
                if !byte.isASCIISpace { plain.append(byte) } else if plain.count > start, plain.last != 0x20 { plain.append(0x20) }
            }
            if plain.count > start, plain.last == 0x20 { plain.removeLast() }
            ranges.append(start..<plain.count)
        }
        (self.plain, plainRanges) = (plain, ranges)
    }

    /// The nearest heading above a block, and above its own level where it is a heading; nil where there is none.
    func heading(above block: Int) -> Int? {
        let level = block < blocks.count && blocks[block].kind == .heading ? blocks[block].level : 7
        return blocks[..<min(block, blocks.count)].lastIndex { $0.kind == .heading && $0.level < level }
    }

    /// A heading's words, without its signs; bad UTF-8 repaired.
    func title(_ block: Int) -> String {
        let line = blocks[block].lines.lowerBound
        var text = BlockReader.trimmed(lines.text[lines.content(of: line)])
        let signs = text.prefix { $0 == UInt8(ascii: "#") }
        guard !signs.isEmpty else { return String(decoding: text, as: UTF8.self) }
        text = BlockReader.trimmed(text[signs.endIndex...])
        let closed = text.lastIndex { $0 != UInt8(ascii: "#") }.map { text[...$0] } ?? []
        if closed.count < text.count, closed.isEmpty || closed.last?.isASCIISpace == true { text = BlockReader.trimmed(closed) }
        return String(decoding: text, as: UTF8.self)
    }
}
