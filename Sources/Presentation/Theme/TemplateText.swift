/// The text of one template, read once: its tags, each of them one that a template may have, and all of its sections closed.
struct TemplateText: Sendable {
    /// A tag and what it takes with it.
    struct Place: Sendable {
        let tag: TemplateTag
        /// The bytes that are not written: the tag, and the whole line where a section, a partial or a comment stands alone on it.
        let range: Range<Int>
    }

    let name: String
    let bytes: [UInt8]
    let places: [Place]

    /// - Throws: ``ThemeError/template(name:reason:)`` with the line.
    init(name: String, text: String) throws(ThemeError) {
        self.name = name
        bytes = Array(text.utf8)
        let tags = TemplateTag.tags(in: text)
        if let problem = Self.problem(tags) { throw .template(name: name, reason: problem) }
        let bytes = bytes
        places = tags.map { Place(tag: $0, range: Self.range(of: $0, in: bytes)) }
    }

    private static func problem(_ tags: [TemplateTag]) -> String? {
        var open: [TemplateTag] = []
        for tag in tags {
            switch tag.kind {
            case .forbidden: return "line \(tag.line): '{{\(tag.name)}}' is not allowed; values are written {{{name}}}"
            case .section, .inverted: open.append(tag)
            case .close:
                guard let last = open.popLast(), last.name == tag.name else { return "line \(tag.line): '\(tag.name)' closes nothing" }
            case .value, .partial, .comment: break
            }
        }
        return open.last.map { "line \($0.line): '\($0.name)' is not closed" }
    }

    /// By the rule of Mustache's specification: of a line that holds nothing but such a tag nothing is left.
    private static func range(of tag: TemplateTag, in bytes: [UInt8]) -> Range<Int> {
        if tag.kind == .value { return tag.range }
        var (start, end) = (tag.range.lowerBound, tag.range.upperBound)
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return tag.range }
        if end == bytes.count { return start..<end }
        if bytes[end] == UInt8(ascii: "\n") { return start..<(end + 1) }
        if bytes[end...].starts(with: "\r\n".utf8) { return start..<(end + 2) }
        return tag.range
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
