/// Links that lead nowhere in a static site, as an edit form does, become placeholders: an `a` without `href` says in HTML that a
/// link might have stood here.
enum PlaceholderLinks {
    private static let empty = Array(" href=\"\"".utf8)

    /// The page without empty addresses. Linear.
    static func written(_ html: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        var place = 0
        while let found = html[place...].firstIndex(of: UInt8(ascii: "\"")) {
            place = found + 1
            // The quotation mark that opens the empty value.
            let begin = found - (empty.count - 2)
            guard begin >= start, found + 1 < html.count, html[found + 1] == UInt8(ascii: "\""),
                html[begin...found + 1].elementsEqual(empty)
            else { continue }
            if result.isEmpty { result.reserveCapacity(html.count) }
            result += html[start..<begin]
            start = found + 2
            place = start
        }
        guard start > 0 else { return html }
        result += html[start...]
        return result
    }
}
