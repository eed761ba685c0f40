/// Cuts HTML into tags.
struct HTMLScanner {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private static let rawText: Set<String> = ["textarea", "title", "script", "style"]

    /// All start tags; what stands in comments and in raw text is none.
    mutating func tags() -> [HTMLText.Tag] {
        var result: [HTMLText.Tag] = []
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = start + 1
            if bytes[place...].starts(with: Array("!--".utf8)) {
                skip(past: "-->")
            } else if place < bytes.count, Self.isLetter(bytes[place]) {
                let tag = tag(from: start)
                result.append(tag)
                if Self.rawText.contains(tag.name) { skip(to: "</\(tag.name)") }
            }
        }
        return result
    }

    private mutating func tag(from start: Int) -> HTMLText.Tag {
        let name = word { Self.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
        var attributes: [(name: String, value: [UInt8])] = []
        while place < bytes.count {
            while place < bytes.count, Self.isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") { place += 1 }
            guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { break }
            let own = word { Self.isSpace($0) || "/>=".utf8.contains($0) }
            while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
            guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
                attributes.append((own, []))
                continue
            }
            place += 1
            attributes.append((own, value()))
        }
        place = min(place + 1, bytes.count)
        return HTMLText.Tag(name: name, attributes: attributes, range: start..<place)
    }

    private mutating func value() -> [UInt8] {
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
        guard place < bytes.count else { return [] }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = place
            while place < bytes.count, !Self.isSpace(bytes[place]), bytes[place] != UInt8(ascii: ">") { place += 1 }
            return Self.decoded(bytes[start..<place])
        }
        let start = place + 1
        let end = bytes[start...].firstIndex(of: quote) ?? bytes.endIndex
        place = min(end + 1, bytes.count)
        return Self.decoded(bytes[start..<end])
    }

    private mutating func word(until isEnd: (UInt8) -> Bool) -> String {
        let start = place
        while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
        if place == start { place += 1 }
        return String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self).lowercased()
    }

    private mutating func skip(past text: String) { place = bytes[place...].firstRange(of: Array(text.utf8))?.upperBound ?? bytes.endIndex }
    private mutating func skip(to text: String) { place = bytes[place...].firstRange(of: Array(text.utf8))?.lowerBound ?? bytes.endIndex }

    private static func isSpace(_ byte: UInt8) -> Bool { [9, 10, 12, 13, 32].contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

    /// Text with its character references resolved.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes
        while let next = rest.firstIndex(of: UInt8(ascii: "&")) {
            result += rest[..<next]
            rest = rest[next...]
            let name = rest.dropFirst().prefix(10).prefix { $0 != UInt8(ascii: ";") }
            if let meaning = meaning(of: String(decoding: name, as: UTF8.self)), rest.dropFirst(1 + name.count).first == UInt8(ascii: ";") {
                result += meaning
                rest = rest.dropFirst(name.count + 2)
            } else {
                result.append(UInt8(ascii: "&"))
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private static func meaning(of name: String) -> [UInt8]? {
        switch name {
        case "amp": return Array("&".utf8)
        case "lt": return Array("<".utf8)
        case "gt": return Array(">".utf8)
        case "quot": return Array("\"".utf8)
        case "nbsp": return Array("\u{A0}".utf8)
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
        let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
        return number.flatMap(UnicodeScalar.init).map { Array(String($0).utf8) }
    }
}
