import Testing

/// A form of a page, filled in and sent as a browser would.
struct WebForm {
    /// Where it goes.
    var action: String
    /// Its fields, in order, with the bytes that a browser would send.
    private(set) var fields: [(name: String, value: [UInt8])]
    /// Where its other buttons send it.
    let otherActions: [String]

    /// A form of a page that changes something: the first one of all that fit.
    /// - Parameters:
    ///   - wanted: where it goes; nil for anywhere.
    ///   - values: fields that it holds.
    init(
        _ answer: Answer, to wanted: String? = nil, holding values: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let html = answer.html
        let forms = html.tags("form").filter { $0["method"]?.lowercased() == "post" && (wanted == nil || $0["action"] == wanted) }
        let found = forms.map { WebForm($0, of: html) }.first { form in values.allSatisfy { form[$0.key] == $0.value } }
        self = try #require(
            found, "\(answer.status), a page without a form\(wanted.map { " to \($0)" } ?? "")", sourceLocation: sourceLocation)
    }

    private init(_ tag: HTMLText.Tag, of html: HTMLText) {
        action = tag["action"] ?? ""
        let end = html.bytes[tag.range.upperBound...].firstRange(of: Array("</form".utf8))?.lowerBound ?? html.bytes.endIndex
        let inside = html.tags.filter { tag.range.upperBound <= $0.range.lowerBound && $0.range.lowerBound < end }
        fields = inside.compactMap { field in
            guard let name = field["name"] else { return nil }
            if field.name == "textarea" { return (name, html.textarea(name) ?? []) }
            if field.name == "select" { return (name, Self.chosen(field, of: html)) }
            guard field.name == "input", !["submit", "file", "radio", "checkbox"].contains(field["type"] ?? "") else { return nil }
            return (name, field.attributes.first { $0.name == "value" }?.value ?? [])
        }
        otherActions = inside.compactMap { $0["formaction"] }
    }

    /// What a browser sends for a list of choices that nobody touched.
    private static func chosen(_ field: HTMLText.Tag, of html: HTMLText) -> [UInt8] {
        let options = choices(field, of: html)
        let option = options.first { option in option.attributes.contains { $0.name == "selected" } } ?? options.first
        return Array((option?["value"] ?? "").utf8)
    }

    /// The choices of a list.
    static func choices(_ field: HTMLText.Tag, of html: HTMLText) -> [HTMLText.Tag] {
        let end = html.bytes[field.range.upperBound...].firstRange(of: Array("</select".utf8))?.lowerBound ?? html.bytes.endIndex
        return html.tags("option").filter { field.range.upperBound <= $0.range.lowerBound && $0.range.lowerBound < end }
    }

    /// A form that no page offered.
    init(action: String, _ fields: [(String, String)]) {
        self.action = action
        self.fields = fields.map { ($0.0, Array($0.1.utf8)) }
        otherActions = []
    }

    /// A field's text; nil where there is none of that name.
    subscript(_ name: String) -> String? {
        get { self.bytes(name).map { String(decoding: $0, as: UTF8.self) } }
        set { set(name, newValue.map { Array($0.utf8) }) }
    }

    /// A field's bytes.
    func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    /// Fills in a field; nil takes it away.
    mutating func set(_ name: String, _ value: [UInt8]?) {
        let index = fields.firstIndex { $0.name == name }
        switch (index, value) {
        case (let index?, let value?): fields[index].value = value
        case (let index?, nil): fields.remove(at: index)
        case (nil, let value?): fields.append((name, value))
        case (nil, nil): break
        }
    }

    /// The form's name for a text as somebody types it.
    mutating func write(_ markdown: String, summary: String? = nil, author: String? = nil) {
        self["markdown"] = markdown
        if let summary { self["summary"] = summary }
        if let author { self["author"] = author }
    }

    /// The body of a request, with the line ends that browsers send.
    var encoded: [UInt8] {
        fields.map { name, value in
            let sent = Self.texts.contains(name) ? Self.carriageReturns(value) : value
            return Self.encoded(Array(name.utf8)) + [UInt8(ascii: "=")] + Self.encoded(sent)
        }
        .reduce(into: []) { result, field in result += (result.isEmpty ? [] : [UInt8(ascii: "&")]) + field }
    }

    /// The fields of several lines.
    private static let texts: Set<String> = ["markdown", "rules", "addresses", "note", "key"]

    private static func carriageReturns(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text {
            if byte == 10, result.last != 13 { result.append(13) }
            result.append(byte)
        }
        return result
    }

    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
            case 0x20: result.append(0x2B)
            default: result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return result
    }

    /// An address with its escapes resolved.
    static func decoded(_ address: [UInt8]) -> [UInt8] {
        var (result, rest): ([UInt8], ArraySlice<UInt8>) = ([], address[...])
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }
}
