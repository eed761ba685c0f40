/// Whether a text is well-formed XML, as far as a feed uses it: tags that close, quoted attributes, known entities, no
/// character that XML forbids. Neither document types nor processing instructions but the declaration.
struct WellFormedXML {
    private var rest: ArraySlice<UInt8>
    private var open: [[UInt8]] = []
    private var hasRoot = false

    /// The first fault of a text; nil where it has none.
    static func fault(in text: [UInt8]) -> String? {
        guard let scalars = String(validating: text, as: UTF8.self)?.unicodeScalars else { return "not UTF-8" }
        if let bad = scalars.first(where: { $0.value < 32 && ![9, 10, 13].contains($0.value) || [0xFFFE, 0xFFFF].contains($0.value) }) {
            return "the character \(bad.value)"
        }
        var reader = WellFormedXML(rest: text[...])
        return reader.document()
    }

    private mutating func document() -> String? {
        if take("<?xml ") { guard skip(past: "?>") else { return "the declaration has no end" } }
        while let byte = rest.first {
            if byte == UInt8(ascii: "<") {
                rest = rest.dropFirst()
                if let fault = tag() { return fault }
            } else if let fault = text(before: UInt8(ascii: "<")) {
                return fault
            }
        }
        if let unclosed = open.last { return "<\(String(decoding: unclosed, as: UTF8.self))> is not closed" }
        return hasRoot ? nil : "no element"
    }

    private mutating func tag() -> String? {
        let isEnd = take("/")
        let name = word()
        guard !name.isEmpty else { return "a < that begins no tag" }
        if isEnd {
            skipSpace()
            guard take(">"), open.popLast() == name else { return "</\(String(decoding: name, as: UTF8.self))> closes nothing" }
            return nil
        }
        if open.isEmpty, hasRoot { return "a second root" }
        hasRoot = true
        var names: Set<[UInt8]> = []
        while true {
            let hadSpace = skipSpace()
            if take("/>") { return nil }
            if take(">") {
                open.append(name)
                return nil
            }
            let attribute = word()
            guard hadSpace, !attribute.isEmpty, names.insert(attribute).inserted, take("=\"") else {
                return "a broken attribute in <\(String(decoding: name, as: UTF8.self))>"
            }
            if let fault = text(before: UInt8(ascii: "\"")) { return fault }
            rest = rest.dropFirst()
        }
    }

    /// Text up to a byte, with all its entities known.
    private mutating func text(before end: UInt8) -> String? {
        let isAttribute = end == UInt8(ascii: "\"")
        while let byte = rest.first, byte != end {
            if byte == UInt8(ascii: "&") {
                let name = String(decoding: rest.dropFirst().prefix(10).prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
                let isNumber = name.hasPrefix("#") && name.count > 1 && name.dropFirst().allSatisfy { $0.isHexDigit || $0 == "x" }
                guard isNumber || ["amp", "lt", "gt", "quot", "apos"].contains(name), take("&\(name);") else { return "&\(name)" }
            } else if isAttribute ? byte == UInt8(ascii: "<") : rest.starts(with: "]]>".utf8) {
                return isAttribute ? "a < in an attribute" : "]]> in a text"
            } else {
                if open.isEmpty, !isAttribute, ![9, 10, 13, 32].contains(byte) { return "words outside the root" }
                rest = rest.dropFirst()
            }
        }
        return isAttribute && rest.isEmpty ? "an attribute has no end" : nil
    }

    private mutating func word() -> [UInt8] {
        let word = rest.prefix {
            ("a"..."z").contains(UnicodeScalar($0)) || ("A"..."Z").contains(UnicodeScalar($0)) || $0 == UInt8(ascii: ":")
        }
        rest = rest.dropFirst(word.count)
        return Array(word)
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let before = rest.count
        rest = rest.drop { [9, 10, 13, 32].contains($0) }
        return rest.count < before
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func skip(past text: String) -> Bool {
        guard let found = rest.firstRange(of: Array(text.utf8)) else { return false }
        rest = rest[found.upperBound...]
        return true
    }
}
