/// Reads a Markdown text into blocks, line by line.
///
/// A rough reading, not a parser: it need not agree with the renderer in every corner, only cut the same text the same way
/// each time, so that two texts can be compared. Linear.
struct StructureReader {
    let lines: TextLines
    let text: [UInt8]
    var blocks: [ProseBlock] = []
    /// The open fenced block: its sign, how many of them, and the quotes it stands in.
    private var fence: (sign: UInt8, length: Int, quoteDepth: Int)?
    /// Columns at which the text of each open list item begins, outermost first.
    private var items: [Int] = []
    /// Whether a plain line goes on with the last block.
    private var isOpen = false
    private var isInTable = false

    static func blocks(of lines: TextLines) -> [ProseBlock] {
        var reader = StructureReader(lines: lines)
        var line = reader.readFrontMatter()
        while line < lines.count {
            reader.read(line)
            line += 1
        }
        return reader.blocks
    }

    private init(lines: TextLines) {
        self.lines = lines
        text = lines.text
    }

    private mutating func read(_ line: Int) {
        let shape = LineShape(text, lines.content(of: line))
        if let fence, shape.quoteDepth >= fence.quoteDepth { return readCode(line, shape, fence) }
        fence = nil
        guard !shape.isBlank else { return addBlank(line) }
        let isSameQuote = blocks.last?.quoteDepth == shape.quoteDepth
        if !isSameQuote { (isOpen, isInTable, items) = (false, false, []) }
        if isOpen, isSameQuote, let level = underlineLevel(shape) { return underline(line, level: level) }
        if let start = BlockStart(text, shape, isInList: !items.isEmpty, isOpen: isOpen) {
            open(start, line, shape)
        } else if isTableRow(line, shape) {
            addRow(line, shape)
        } else if isOpen {
            goOn(to: line)
        } else {
            openPlain(line, shape)
        }
    }

    private mutating func open(_ start: BlockStart, _ line: Int, _ shape: LineShape) {
        isInTable = false
        switch start.kind {
        case .fence(let sign, let length):
            fence = (sign, length, shape.quoteDepth)
            add(.code(isFenced: true), line, shape, content: shape.content.lowerBound, isOpen: true)
        case .heading(let level):
            add(.heading(level: level), line, shape, content: start.content, isOpen: false)
        case .rule:
            add(.rule, line, shape, content: shape.start, isOpen: false)
        case .item(let isOrdered, let width):
            while let last = items.last, shape.indent < last { items.removeLast() }
            let task = start.task
            add(.listItem(depth: items.count, isOrdered: isOrdered, task: task), line, shape, content: start.content, isOpen: true)
            items.append(shape.indent + width)
        case .html:
            add(.html, line, shape, content: shape.start, isOpen: true)
        case .indentedCode:
            add(.code(isFenced: false), line, shape, content: shape.content.lowerBound, isOpen: true)
        }
    }

    private mutating func openPlain(_ line: Int, _ shape: LineShape) {
        if shape.indent == 0 { items = [] }
        add(.paragraph, line, shape, content: shape.start, isOpen: true)
    }

    private mutating func readCode(_ line: Int, _ shape: LineShape, _ fence: (sign: UInt8, length: Int, quoteDepth: Int)) {
        goOn(to: line)
        if shape.end - shape.start >= fence.length, text[shape.start..<shape.end].allSatisfy({ $0 == fence.sign }) {
            self.fence = nil
            isOpen = false
        }
    }

    // MARK: Tables

    private func isTableRow(_ line: Int, _ shape: LineShape) -> Bool {
        if isInTable || text[shape.start] == UInt8(ascii: "|") { return true }
        guard !isOpen, text[shape.start..<shape.end].contains(UInt8(ascii: "|")), line + 1 < lines.count else { return false }
        return isDelimiter(LineShape(text, lines.content(of: line + 1)))
    }

    private mutating func addRow(_ line: Int, _ shape: LineShape) {
        var row = ProseBlock.TableRow.body
        if isDelimiter(shape) {
            row = .delimiter
        } else if !isInTable, line + 1 < lines.count, isDelimiter(LineShape(text, lines.content(of: line + 1))) {
            row = .header
        }
        add(.tableRow(row), line, shape, content: shape.start, isOpen: false)
        isInTable = true
    }

    private func isDelimiter(_ shape: LineShape) -> Bool {
        var (hasBar, hasDash) = (false, false)
        for byte in text[shape.start..<shape.end] {
            switch byte {
            case UInt8(ascii: "|"): hasBar = true
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: ":"), 0x20, 0x09: break
            default: return false
            }
        }
        return hasBar && hasDash
    }

    // MARK: Adding

    private func underlineLevel(_ shape: LineShape) -> Int? {
        guard let last = blocks.last, last.kind == .paragraph, last.lines.count == 1, shape.indent < 4 else { return nil }
        let first = text[shape.start]
        guard first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return nil }
        return text[shape.start..<shape.end].allSatisfy { $0 == first } ? (first == UInt8(ascii: "=") ? 1 : 2) : nil
    }

    private mutating func underline(_ line: Int, level: Int) {
        guard let paragraph = blocks.popLast() else { return }
        blocks.append(paragraph.with(.heading(level: level)))
        goOn(to: line)
        // The underline is a marker: the content stays that of the first line.
        blocks[blocks.count - 1].content = paragraph.content
        isOpen = false
    }

    mutating func add(
        _ kind: ProseBlock.Kind, _ line: Int, _ shape: LineShape, content: Int, isOpen: Bool, key: Range<Int>? = nil
    ) {
        let range = lines.ranges[line]
        blocks.append(
            ProseBlock(
                kind: kind, quoteDepth: shape.quoteDepth, lines: line..<line + 1, range: range,
                content: min(content, shape.content.upperBound)..<shape.content.upperBound, end: range.upperBound, key: key ?? 0..<0))
        self.isOpen = isOpen
    }

    mutating func addBlank(_ line: Int) {
        (isOpen, isInTable) = (false, false)
        let range = lines.ranges[line]
        if blocks.isEmpty {
            let shape = LineShape(text, lines.content(of: line))
            add(.blank, line, shape, content: range.lowerBound, isOpen: false)
        } else {
            blocks[blocks.count - 1].end = range.upperBound
        }
    }

    mutating func goOn(to line: Int) {
        guard let last = blocks.indices.last else { return }
        let range = lines.ranges[line]
        blocks[last].lines = blocks[last].lines.lowerBound..<line + 1
        blocks[last].range = blocks[last].range.lowerBound..<range.upperBound
        blocks[last].content = blocks[last].content.lowerBound..<lines.content(of: line).upperBound
        blocks[last].end = range.upperBound
    }
}

extension ProseBlock {
    fileprivate func with(_ kind: Kind) -> ProseBlock {
        ProseBlock(kind: kind, quoteDepth: quoteDepth, lines: lines, range: range, content: content, end: end, key: key)
    }
}
