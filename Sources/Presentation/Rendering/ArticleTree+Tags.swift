/// Start tags as bytes. Values of attributes hold no bare quotes, so what looks like an attribute outside of them is one.
extension ArticleTree {
    /// Where the value of an attribute stands in a tag; nil where there is none.
    static func value(_ name: String, in tag: ArraySlice<UInt8>) -> Range<Int>? {
        let sign = Array((" " + name + "=\"").utf8)
        var place = tag.startIndex
        while let blank = tag[place...].firstIndex(of: 0x20) {
            if tag[blank...].starts(with: sign) {
                let start = blank + sign.count
                return tag[start...].firstIndex(of: UInt8(ascii: "\"")).map { start..<$0 }
            }
            place = blank + 1
        }
        return nil
    }

    /// Whether a tag has an attribute, with a value or without.
    static func hasFlag(_ name: String, in tag: ArraySlice<UInt8>) -> Bool {
        let sign = Array(name.utf8)
        var isQuoted = false
        for place in tag.indices {
            if tag[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted, tag[place] == 0x20, tag[(place + 1)...].starts(with: sign) else { continue }
            let end = place + 1 + sign.count
            if end < tag.endIndex, " =>".utf8.contains(tag[end]) { return true }
        }
        return false
    }

    /// A tag without an attribute.
    static func without(_ name: String, _ tag: ArraySlice<UInt8>) -> [UInt8] {
        guard let value = value(name, in: tag) else { return Array(tag) }
        return Array(tag[..<(value.lowerBound - name.utf8.count - 3)]) + tag[(value.upperBound + 1)...]
    }

    /// A tag without its `id`.
    static func withoutID(_ tag: ArraySlice<UInt8>) -> [UInt8] { without("id", tag) }

    /// A tag with an attribute whose value is a number.
    static func with(_ name: String, _ number: Int, _ tag: ArraySlice<UInt8>) -> [UInt8] {
        var tag = without(name, tag)
        let end = tag.firstIndex { $0 == 0x20 || $0 == UInt8(ascii: ">") } ?? tag.count
        tag.insert(contentsOf: (" " + name + "=\"" + String(number) + "\"").utf8, at: end)
        return tag
    }
}
