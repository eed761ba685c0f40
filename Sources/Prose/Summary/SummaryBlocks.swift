/// The blocks of a Markdown text as a summary counts and compares them: the front matter is one of them, blank lines are none.
struct SummaryBlocks {
    /// What a summary counts apart.
    enum Kind: CaseIterable {
        case paragraph, heading, listItem, tableRow, code
    }

    /// What each block is.
    private(set) var kinds: [Kind] = []
    /// Each block's words and signs with single spaces, so that a reflowed paragraph is the same one.
    private(set) var plain: [UInt8] = []
    /// Where each block is in `plain`.
    private(set) var plainRanges: [Range<Int>] = []
    /// For each block the nearest heading above, and above its own level where it is a heading; its place in the text's blocks.
    private(set) var headings: [Int?] = []
    private let text: StructuredText

    /// Linear in the bytes.
    init(_ bytes: [UInt8]) {
        text = StructuredText(bytes)
        plain.reserveCapacity(bytes.count)
        // The headings that stand above what comes next, each of a deeper level than the one before.
        var open: [(level: Int, block: Int)] = []
        var isInFrontMatter = false
        for (place, block) in text.blocks.enumerated() where block.kind != .blank {
            let isFrontMatter = block.kind == .frontMatterFence || block.kind == .frontMatterEntry
            if isFrontMatter, isInFrontMatter {
                goOn(with: block)
                continue
            }
            isInFrontMatter = isFrontMatter
            if case .heading(let level) = block.kind {
                while let last = open.last, last.level >= level { open.removeLast() }
                add(block, below: open.last?.block)
                open.append((level, place))
            } else {
                add(block, below: open.last?.block)
            }
        }
    }

    private mutating func add(_ block: ProseBlock, below heading: Int?) {
        let start = plain.count
        appendPlain(block, from: start)
        plainRanges.append(start..<plain.count)
        kinds.append(Kind(block.kind))
        headings.append(heading)
    }

    /// Makes a block part of the last one.
    private mutating func goOn(with block: ProseBlock) {
        guard let last = plainRanges.popLast() else { return }
        plain.append(0x20)
        appendPlain(block, from: last.lowerBound)
        plainRanges.append(last.lowerBound..<plain.count)
    }

    private mutating func appendPlain(_ block: ProseBlock, from start: Int) {
        for byte in text.text[block.range] {
            if !byte.isASCIISpace { plain.append(byte) } else if plain.count > start, plain.last != 0x20 { plain.append(0x20) }
        }
        if plain.count > start, plain.last == 0x20 { plain.removeLast() }
    }

    /// The words of a heading, without its signs. Linear in them.
    func title(of heading: Int) -> ArraySlice<UInt8> {
        let block = text.blocks[heading]
        var words = Self.trimmed(text.text[block.content])
        // One of two lines is underlined, and has no signs to close.
        if block.lines.count == 1 {
            let opened = words.lastIndex { $0 != UInt8(ascii: "#") }.map { words[...$0] } ?? []
            if opened.isEmpty || opened.last?.isASCIISpace == true { words = Self.trimmed(opened) }
        }
        return words
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = bytes.drop(while: \.isASCIISpace)
        guard let last = rest.lastIndex(where: { !$0.isASCIISpace }) else { return [] }
        return rest[...last]
    }
}

extension SummaryBlocks.Kind {
    /// HTML and rules are paragraphs to a summary.
    init(_ kind: ProseBlock.Kind) {
        switch kind {
        case .heading: self = .heading
        case .listItem: self = .listItem
        case .tableRow: self = .tableRow
        case .code, .frontMatterFence, .frontMatterEntry: self = .code
        case .paragraph, .html, .rule, .blank: self = .paragraph
        }
    }
}
