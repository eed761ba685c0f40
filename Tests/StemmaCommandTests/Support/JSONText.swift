import Testing

/// A JSON value, read by these tests' own reader, so that a mistake of the product's writer is not undone by its reader.
enum JSONText: Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONText])
    case object([String: JSONText])

    /// Reads a text; nil where it is no JSON.
    init?(_ bytes: [UInt8]) {
        var reader = Reader(rest: bytes[...])
        guard let value = reader.value() else { return nil }
        reader.skipSpace()
        guard reader.rest.isEmpty else { return nil }
        self = value
    }

    subscript(_ name: String) -> JSONText? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    subscript(_ index: Int) -> JSONText? {
        if case .array(let items) = self, items.indices.contains(index) { items[index] } else { nil }
    }

    var text: String? { if case .string(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var items: [JSONText] { if case .array(let items) = self { items } else { [] } }
    var names: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }

    /// A text as a JSON string.
    static func quoted(_ text: String) -> String {
        let pieces = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case _ where scalar.value < 0x20: "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(Character(scalar))
            }
        }
        return "\"\(pieces.joined())\""
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func skipSpace() { rest = rest.drop { [9, 10, 13, 32].contains($0) } }

        mutating func take(_ text: String) -> Bool {
            guard rest.starts(with: text.utf8) else { return false }
            rest = rest.dropFirst(text.utf8.count)
            return true
        }

        mutating func value() -> JSONText? {
            skipSpace()
            if take("null") { return .null }
            if take("true") { return .bool(true) }
            if take("false") { return .bool(false) }
            if take("\"") { return string().map { .string($0) } }
            if take("[") { return array() }
            if take("{") { return object() }
            let digits = rest.prefix { "+-.0123456789eE".utf8.contains($0) }
            rest = rest.dropFirst(digits.count)
            return Double(String(decoding: digits, as: UTF8.self)).map { .number($0) }
        }

        private mutating func array() -> JSONText? {
            var items: [JSONText] = []
            skipSpace()
            if take("]") { return .array([]) }
            while let item = value() {
                items.append(item)
                skipSpace()
                if take("]") { return .array(items) }
                guard take(",") else { return nil }
            }
            return nil
        }

        private mutating func object() -> JSONText? {
            var members: [String: JSONText] = [:]
            skipSpace()
            if take("}") { return .object([:]) }
            while true {
                skipSpace()
                guard take("\""), let name = string() else { return nil }
                skipSpace()
                guard take(":"), let value = value(), members.updateValue(value, forKey: name) == nil else { return nil }
                skipSpace()
                if take("}") { return .object(members) }
                guard take(",") else { return nil }
            }
        }

        private mutating func string() -> String? {
            var units: [UInt8] = []
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "\"") { return String(validating: units, as: UTF8.self) }
                if byte < 0x20 { return nil }
                guard byte == UInt8(ascii: "\\") else {
                    units.append(byte)
                    continue
                }
                guard let scalar = escaped() else { return nil }
                units += Array(String(scalar).utf8)
            }
            return nil
        }

        private mutating func escaped() -> Unicode.Scalar? {
            guard let kind = rest.popFirst() else { return nil }
            switch kind {
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{C}"
            case UInt8(ascii: "u"): break
            default: return Unicode.Scalar(kind)
            }
            guard let high = unit() else { return nil }
            guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
            guard take("\\u"), let low = unit(), (0xDC00..<0xE000).contains(low) else { return nil }
            return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        }

        private mutating func unit() -> UInt32? {
            let digits = rest.prefix(4)
            rest = rest.dropFirst(4)
            return digits.count == 4 ? UInt32(String(decoding: digits, as: UTF8.self), radix: 16) : nil
        }
    }
}

extension Answer {
    /// The body as JSON; a failure of the test where it is none.
    func json(sourceLocation: SourceLocation = #_sourceLocation) throws -> JSONText {
        #expect(self["content-type"]?.contains("json") == true, "\(self["content-type"] ?? "")", sourceLocation: sourceLocation)
        return try #require(JSONText(body), "no JSON: \(text.prefix(300))", sourceLocation: sourceLocation)
    }
}
