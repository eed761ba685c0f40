/// Cuts XML into tags and text, without document types that say anything and without entities but XML's own. One pass.
struct XMLReader {
    /// A part of a document.
    enum Event {
        case start(name: String, attributes: [(name: String, value: [UInt8])], isEmpty: Bool)
        case end(name: String)
        case text([UInt8])
        /// Not well-formed, or more than this reads.
        case fault
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// The next part; nil at the end.
    mutating func next() -> Event? {
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else { return text() }
            if take("<?") {
                guard skip(past: "?>") else { return .fault }
            } else if take("<!--") {
                guard skip(past: "-->") else { return .fault }
            } else if take("<![CDATA[") {
                let start = place
                guard skip(past: "]]>") else { return .fault }
                return .text(Array(bytes[start..<place - 3]))
            } else if take("<!DOCTYPE") {
                guard let end = bytes[place...].firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[") }),
                    bytes[end] == UInt8(ascii: ">")
                else { return .fault }
                place = end + 1
            } else {
                return tag()
            }
        }
        return nil
    }

    private mutating func text() -> Event {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { place = end }
        return Self.decoded(bytes[place..<end]).map { .text($0) } ?? .fault
    }

    private mutating func tag() -> Event {
        place += 1
        let isEnd = take("/")
        let name = word()
        guard !name.isEmpty else { return .fault }
        if isEnd {
            skipBlanks()
            return take(">") ? .end(name: name) : .fault
        }
        var attributes: [(name: String, value: [UInt8])] = []
        while true {
            skipBlanks()
            if take("/>") { return .start(name: name, attributes: attributes, isEmpty: true) }
            if take(">") { return .start(name: name, attributes: attributes, isEmpty: false) }
            let attribute = word()
            skipBlanks()
            guard !attribute.isEmpty, take("="), attributes.count < 1000 else { return .fault }
            skipBlanks()
            guard let quote = place < bytes.count ? bytes[place] : nil, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = bytes[(place + 1)...].firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }), bytes[end] == quote,
                let value = Self.decoded(bytes[place + 1..<end])
            else { return .fault }
            attributes.append((attribute, value))
            place = end + 1
        }
    }

    private mutating func word() -> String {
        let start = place
        while place < bytes.count, bytes[place] > 32, !"=/><\"'".utf8.contains(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func skipBlanks() { while place < bytes.count, bytes[place] <= 32 { place += 1 } }

    private mutating func take(_ text: String) -> Bool {
        guard bytes[place...].starts(with: text.utf8) else { return false }
        place += text.utf8.count
        return true
    }

    private mutating func skip(past text: String) -> Bool {
        let sign = Array(text.utf8)
        while place + sign.count <= bytes.count {
            if bytes[place...].starts(with: sign) {
                place += sign.count
                return true
            }
            place += 1
        }
        return false
    }

    /// The text that XML's own entities and numbers stand for; nil where there are others.
    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        var rest = text
        while let sign = rest.firstIndex(of: UInt8(ascii: "&")) {
            output.append(contentsOf: rest[..<sign])
            guard let end = rest[sign...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(String(decoding: rest[sign + 1..<end], as: UTF8.self))
            else { return nil }
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            rest = rest[(end + 1)...]
        }
        output.append(contentsOf: rest)
        return output
    }

    private static func scalar(_ entity: String) -> Unicode.Scalar? {
        switch entity {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default:
            if entity.hasPrefix("#x") {
                UInt32(entity.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
            } else if entity.hasPrefix("#") {
                UInt32(entity.dropFirst()).flatMap { Unicode.Scalar($0) }
            } else {
                nil
            }
        }
    }
}
