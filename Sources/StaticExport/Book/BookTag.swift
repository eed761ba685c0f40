/// One tag of an article's HTML, which our own renderers wrote: lower case, attributes in double quotes.
struct BookTag {
    /// Its name.
    let name: String
    /// True for an end tag.
    let isEnd: Bool
    /// Where its attributes stand.
    let attributes: Range<Int>
    /// The place behind it.
    let end: Int

    /// Reads the tag that begins at `start`; nil where none does.
    init?(_ html: [UInt8], at start: Int) {
        guard let close = Self.close(html, start) else { return nil }
        isEnd = html[start + 1] == UInt8(ascii: "/")
        let first = start + (isEnd ? 2 : 1)
        var last = first
        while last < close, Self.isNameByte(html[last]) { last += 1 }
        guard last > first else { return nil }
        name = String(decoding: html[first..<last], as: UTF8.self)
        attributes = last..<close
        end = close + 1
    }

    /// The sign that ends a tag: the first outside of quotes.
    private static func close(_ html: [UInt8], _ start: Int) -> Int? {
        var isQuoted = false
        for place in html.indices[start...].dropFirst() {
            switch html[place] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "<"): return nil
            case UInt8(ascii: ">") where !isQuoted: return place > start + 1 ? place : nil
            default: break
            }
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }
}
