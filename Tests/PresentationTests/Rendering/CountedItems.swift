/// The items of the ordered lists of an article, each with the number that a browser shows and its class.
struct CountedItems {
    private(set) var items: [String] = []

    init(_ html: String) {
        var lists: [(next: Int, step: Int)?] = []
        for tag in html.matches(of: /<(\/?)(ol|ul|li)( [^>]*)?>/) {
            let attributes = String(tag.3 ?? "")
            switch (tag.1.isEmpty, tag.2) {
            case (true, "ol"):
                let isDown = attributes.contains(" reversed")
                lists.append((Self.number("start", attributes) ?? (isDown ? Self.size(html[tag.range.upperBound...]) : 1), isDown ? -1 : 1))
            case (true, "ul"): lists.append(nil)
            case (false, "ol"), (false, "ul"): lists.removeLast()
            case (true, _):
                guard let list = lists.last ?? nil else { continue }
                let number = Self.number("value", attributes) ?? list.next
                lists[lists.count - 1] = (number + list.step, list.step)
                let words = html[tag.range.upperBound...].replacing(#/<span class="(diff-place|quiet|diff-note)[^>]*>.*?</span>/#, with: "")
                let text = words.replacing(#/^(<(p|ins|del|input)( [^>]*)?>)*/#, with: "").prefix { $0 != "<" }
                let sign = attributes.contains("diff-inserted") ? "+" : attributes.contains("diff-deleted") ? "-" : ""
                items.append("\(sign)\(number) \(text)")
            default: break
            }
        }
    }

    private static func number(_ name: String, _ attributes: String) -> Int? {
        attributes.firstRange(of: " \(name)=\"").flatMap { Int(attributes[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    /// The items up to the list's end, of a list that holds no other.
    private static func size(_ html: Substring) -> Int { (html.split(separator: "</ol>").first ?? "").matches(of: /<li[ >]/).count }
}
