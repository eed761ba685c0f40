/// The block before a page's text, found but not yet read.
struct FrontMatterBlock: Equatable {
    /// How it is written.
    var format: FrontMatter.Format = .none
    /// What stands between the fences.
    var content: Range<Int> = 0..<0
    /// Where the page's text begins: after the fence's line end; after a BOM where there is no block.
    var end: Int = 0

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Splits a page. Linear in the size of the block.
    init(_ markdown: [UInt8]) {
        let start = markdown.starts(with: Self.byteOrderMark) ? 3 : 0
        end = start
        guard let (first, contentStart) = Self.line(markdown, at: start) else { return }
        let fence = Array(markdown[first].trimmingBlanks)
        guard fence == Array("---".utf8) || fence == Array("+++".utf8), first.lowerBound == start, markdown[start] == fence[0] else {
            return
        }
        var lineStart = contentStart
        while let (line, next) = Self.line(markdown, at: lineStart) {
            let text = markdown[line]
            if text.count < 8, Self.closes(Array(text.trimmingBlanks), fence), text.first != 32 {
                format = fence[0] == UInt8(ascii: "-") ? .yaml : .toml
                content = contentStart..<lineStart
                end = next
                return
            }
            lineStart = next
        }
    }

    private static func closes(_ line: [UInt8], _ fence: [UInt8]) -> Bool {
        line == fence || (fence[0] == UInt8(ascii: "-") && line == Array("...".utf8))
    }

    private static func line(_ bytes: [UInt8], at start: Int) -> (line: Range<Int>, next: Int)? {
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
        return (start..<end, min(end + 1, bytes.count))
    }
}
