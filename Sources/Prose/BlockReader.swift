/// Finds the blocks of a Markdown text, line by line.
///
/// A rough reading for counting, not a parser: ATX and underlined headings, list items of any depth, table rows, fenced code,
/// and paragraphs of all else. Front matter counts as code. Linear.
struct BlockReader {
    private let lines: TextLines
    private(set) var blocks: [Block] = []
    private var fence: (sign: UInt8, length: Int)?
    // Whether the line before belongs to the last block, so that a plain line goes on with it.
    private var isOpen = false

    init(_ lines: TextLines) {
        self.lines = lines
        for line in 0..<lines.count { read(line) }
    }

    private mutating func read(_ line: Int) {
        let text = BlockReader.trimmed(lines.text[lines.content(of: line)])
        if line == 0, text.elementsEqual("---".utf8) { return openFence(line, (UInt8(ascii: "-"), 3)) }
        if let fence { return readCode(line, text, fence) }
        guard let first = text.first else {
            isOpen = false
            return
        }
        if let fence = BlockReader.fence(text) {
            openFence(line, fence)
        } else if let level = BlockReader.headingLevel(text) {
            add(Block(kind: .heading, level: level, lines: line..<line + 1), isOpen: false)
        } else if isUnderline(text) {
            let level = first == UInt8(ascii: "=") ? 1 : 2
            blocks[blocks.count - 1] = Block(kind: .heading, level: level, lines: blocks[blocks.count - 1].lines.lowerBound..<line + 1)
            isOpen = false
        } else if BlockReader.isListItem(text) {
            add(Block(kind: .listItem, level: 0, lines: line..<line + 1), isOpen: true)
        } else if first == UInt8(ascii: "|") {
            add(Block(kind: .tableRow, level: 0, lines: line..<line + 1), isOpen: false)
        } else if isOpen {
            goOn(to: line)
        } else {
            add(Block(kind: .paragraph, level: 0, lines: line..<line + 1), isOpen: true)
        }
    }

    private mutating func readCode(_ line: Int, _ text: ArraySlice<UInt8>, _ fence: (sign: UInt8, length: Int)) {
        goOn(to: line)
        if text.count >= fence.length, text.allSatisfy({ $0 == fence.sign }) {
            self.fence = nil
            isOpen = false
        }
    }

    private mutating func openFence(_ line: Int, _ fence: (sign: UInt8, length: Int)) {
        self.fence = fence
        add(Block(kind: .code, level: 0, lines: line..<line + 1), isOpen: true)
    }

    private mutating func add(_ block: Block, isOpen: Bool) {
        blocks.append(block)
        self.isOpen = isOpen
    }

    private mutating func goOn(to line: Int) {
        guard let last = blocks.indices.last else { return }
        blocks[last].lines = blocks[last].lines.lowerBound..<line + 1
    }

    private func isUnderline(_ text: ArraySlice<UInt8>) -> Bool {
        guard isOpen, let last = blocks.last, last.kind == .paragraph, last.lines.count == 1, let first = text.first else { return false }
        return (first == UInt8(ascii: "=") || first == UInt8(ascii: "-")) && text.allSatisfy { $0 == first }
    }

    private static func fence(_ text: ArraySlice<UInt8>) -> (sign: UInt8, length: Int)? {
        guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
        let run = text.prefix { $0 == first }
        let isInline = first == UInt8(ascii: "`") && text[run.endIndex...].contains(first)
        return run.count >= 3 && !isInline ? (first, run.count) : nil
    }

    private static func headingLevel(_ text: ArraySlice<UInt8>) -> Int? {
        let signs = text.prefix { $0 == UInt8(ascii: "#") }
        guard (1...6).contains(signs.count) else { return nil }
        let next = text[signs.endIndex...].first
        return next == nil || next == 0x20 || next == 0x09 ? signs.count : nil
    }

    private static func isListItem(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        var rest = text.dropFirst()
        if (0x30...0x39).contains(first) {
            rest = text.drop { (0x30...0x39).contains($0) }
            guard text.count - rest.count <= 9, let sign = rest.popFirst(), sign == 0x2E || sign == 0x29 else { return false }
        } else if first != UInt8(ascii: "-"), first != UInt8(ascii: "*"), first != UInt8(ascii: "+") {
            return false
        }
        return rest.first == 0x20 || rest.first == 0x09
    }

    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = text.drop(while: \.isASCIISpace)
        guard let last = rest.lastIndex(where: { !$0.isASCIISpace }) else { return [] }
        return rest[...last]
    }
}
