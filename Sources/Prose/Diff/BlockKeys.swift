/// What blocks say, so written that blocks that say the same have the same key: white space as single spaces, letters with
/// marks in one form, quote signs left out.
struct BlockKeys {
    /// Per block, what it is and says.
    private(set) var whole: [Int] = []
    /// Per block, what it says, whatever kind of block it is; blocks without a word have keys that nothing else has.
    private(set) var content: [Int] = []
    /// Per block, how many bytes it says.
    private(set) var weight: [Int] = []

    /// Linear in the bytes of the blocks.
    init(_ text: StructuredText, _ blocks: Range<Int>, _ forms: inout CanonicalForms, _ table: inout SymbolTable) {
        var plain = PlainBytes(text.text)
        var ranges: [(whole: Range<Int>, content: Range<Int>)] = []
        ranges.reserveCapacity(blocks.count)
        for block in text.blocks[blocks] {
            let start = plain.bytes.count
            plain.bytes += BlockKeys.sign(block)
            let content = plain.bytes.count
            plain.append(block.content, isQuoted: block.quoteDepth > 0, &forms)
            ranges.append((start..<plain.bytes.count, content..<plain.bytes.count))
        }
        weight = ranges.map { $0.content.count }
        whole = table.symbols(of: plain.bytes, in: ranges.map(\.whole))
        content = zip(whole, ranges).map { own, range in
            let hasWord = plain.bytes[range.content].contains { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
            return hasWord ? table.symbol(of: plain.bytes[range.content]) : own
        }
    }

    /// Bytes that no plain text begins with, one for each kind, level and depth.
    private static func sign(_ block: ProseBlock) -> [UInt8] {
        let depth = UInt8(truncatingIfNeeded: min(block.quoteDepth, 63))
        switch block.kind {
        case .blank: return [1, depth, 0]
        case .frontMatterFence: return [2, depth, 0]
        case .frontMatterEntry: return [3, depth, 0]
        case .heading(let level): return [4, depth, UInt8(truncatingIfNeeded: level)]
        case .paragraph: return [5, depth, 0]
        case .listItem(let inner, let isOrdered, let task):
            return [isOrdered ? 6 : 7, depth, UInt8(truncatingIfNeeded: min(inner, 63)), task == nil ? 0 : task == .open ? 1 : 2]
        case .tableRow(let row): return [8, depth, row == .header ? 0 : row == .delimiter ? 1 : 2]
        case .code(let isFenced): return [11, depth, isFenced ? 1 : 0]
        case .html: return [12, depth, 0]
        case .rule: return [14, depth, 0]
        }
    }
}
