/// One `{{…}}` of a template, with the line it stands on.
struct TemplateTag: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// `{{{name}}}`
        case value
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{/name}}`
        case close
        /// `{{> name}}`; an indented one looks as if it indented its lines, and does not.
        case partial(isIndented: Bool)
        /// `{{! words }}`
        case comment
        /// Everything that our templates may not use: `{{name}}`, `{{&name}}`, inheritance, other delimiters, transforms.
        case forbidden
    }

    let kind: Kind
    let name: String
    let line: Int
    /// The bytes of the template that it takes, braces included.
    let range: Range<Int>

    /// All tags of a template in order.
    static func tags(in source: String) -> [TemplateTag] {
        let bytes = Array(source.utf8)
        let open = UInt8(ascii: "{")
        var tags: [TemplateTag] = []
        var line = 1
        var lineStart = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") {
                line += 1
                lineStart = index + 1
            } else if bytes[index] == open, index + 1 < bytes.count, bytes[index + 1] == open {
                let isTriple = index + 2 < bytes.count && bytes[index + 2] == open
                let start = index + (isTriple ? 3 : 2)
                let end = closing(in: bytes, from: start)
                let isIndented =
                    index > lineStart && bytes[lineStart..<index].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                let rest = min(end + (isTriple ? 3 : 2), bytes.count)
                let content = String(decoding: bytes[start..<end], as: UTF8.self)
                let isClosed = bytes[end..<rest].elementsEqual((isTriple ? "}}}" : "}}").utf8)
                let (kind, name) = isClosed ? read(content, isTriple: isTriple, isIndented: isIndented) : (.forbidden, content)
                tags.append(TemplateTag(kind: kind, name: name, line: line, range: index..<rest))
                index = rest
                continue
            }
            index += 1
        }
        return tags
    }

    private static func closing(in bytes: [UInt8], from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "}") { end += 1 }
        return min(end, bytes.count)
    }

    private static func read(_ content: String, isTriple: Bool, isIndented: Bool) -> (Kind, String) {
        if isTriple { return (isName(content) ? .value : .forbidden, content) }
        let name = String(content.dropFirst().drop { $0 == " " })
        let kind: Kind =
            switch content.utf8.first {
            case UInt8(ascii: "#"): .section
            case UInt8(ascii: "^"): .inverted
            case UInt8(ascii: "/"): .close
            case UInt8(ascii: ">"): .partial(isIndented: isIndented)
            case UInt8(ascii: "!"): .comment
            default: .forbidden
            }
        guard kind == .comment || isName(name) else { return (.forbidden, content) }
        return (kind, kind == .forbidden ? content : name)
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "."), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
