/// A sign at the beginning of a line that opens a block of its own.
struct BlockStart {
    enum Kind {
        case fence(sign: UInt8, length: Int)
        case heading(level: Int)
        case rule
        /// `width`: columns from the sign to the text.
        case item(isOrdered: Bool, width: Int)
        case html
        case indentedCode
    }

    let kind: Kind
    /// Where the text past the sign begins.
    let content: Int
    private(set) var task: ProseBlock.TaskBox?

    /// Nil where the line opens none.
    init?(_ text: [UInt8], _ shape: LineShape, isInList: Bool, isOpen: Bool) {
        let bytes = text[shape.start..<shape.end]
        guard let first = bytes.first else { return nil }
        if shape.indent >= 4, !isInList, !isOpen {
            (kind, content) = (.indentedCode, shape.start)
            return
        }
        if shape.indent >= 4, !isInList { return nil }
        switch first {
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            guard let length = BlockStart.fenceLength(bytes, first) else { return nil }
            (kind, content) = (.fence(sign: first, length: length), shape.start)
        case UInt8(ascii: "#"):
            let signs = bytes.prefix { $0 == first }
            guard signs.count <= 6, bytes.count == signs.count || bytes[signs.endIndex].isASCIISpace else { return nil }
            (kind, content) = (.heading(level: signs.count), BlockStart.skipSpace(bytes, signs.endIndex))
        case UInt8(ascii: "<"):
            guard !isOpen, BlockStart.isTag(bytes) else { return nil }
            (kind, content) = (.html, shape.start)
        default:
            if BlockStart.isRule(bytes, first) {
                (kind, content) = (.rule, shape.start)
                return
            }
            guard let (end, isOrdered) = BlockStart.itemSign(bytes, first) else { return nil }
            let start = BlockStart.skipSpace(bytes, end)
            kind = .item(isOrdered: isOrdered, width: max(2, min(start - shape.start, end - shape.start + 4)))
            (task, content) = BlockStart.task(bytes, start)
        }
    }

    private static func fenceLength(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> Int? {
        let run = bytes.prefix { $0 == first }
        let isInline = first == UInt8(ascii: "`") && bytes[run.endIndex...].contains(first)
        return run.count >= 3 && !isInline ? run.count : nil
    }

    /// `<p`, `</p`, `<!--`, but not an address between angle brackets.
    private static func isTag(_ bytes: ArraySlice<UInt8>) -> Bool {
        let rest = bytes.dropFirst()
        guard let next = rest.first else { return false }
        if next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
        guard (next | 0x20) &- 0x61 < 26 else { return false }
        let name = rest.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
        guard let after = bytes[name.endIndex...].first else { return true }
        return after.isASCIISpace || after == UInt8(ascii: ">") || after == UInt8(ascii: "/")
    }

    private static func isRule(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> Bool {
        guard first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "_") else { return false }
        var count = 0
        for byte in bytes {
            if byte == first { count += 1 } else if !byte.isASCIISpace { return false }
        }
        return count >= 3
    }

    /// Where the sign of a list item ends.
    private static func itemSign(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> (end: Int, isOrdered: Bool)? {
        var end = bytes.startIndex + 1
        let isOrdered = first &- 0x30 < 10
        if isOrdered {
            while end < bytes.endIndex, bytes[end] &- 0x30 < 10, end - bytes.startIndex < 10 { end += 1 }
            guard end < bytes.endIndex, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return nil }
            end += 1
        } else if first != UInt8(ascii: "-"), first != UInt8(ascii: "*"), first != UInt8(ascii: "+") {
            return nil
        }
        return end == bytes.endIndex || bytes[end] == 0x20 || bytes[end] == 0x09 ? (end, isOrdered) : nil
    }

    private static func task(_ bytes: ArraySlice<UInt8>, _ start: Int) -> (ProseBlock.TaskBox?, content: Int) {
        guard start + 2 < bytes.endIndex, bytes[start] == UInt8(ascii: "["), bytes[start + 2] == UInt8(ascii: "]"),
            start + 3 == bytes.endIndex || bytes[start + 3].isASCIISpace
        else { return (nil, start) }
        let content = skipSpace(bytes, start + 3)
        switch bytes[start + 1] {
        case 0x20: return (.open, content)
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return (.done, content)
        default: return (nil, start)
        }
    }

    private static func skipSpace(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
        bytes[place...].firstIndex { !$0.isASCIISpace } ?? bytes.endIndex
    }
}
