/// A value of an attribute or style sheet of a drawing, judged by its bytes.
struct SVGValue {
    let bytes: [UInt8]

    /// Whether it fetches nothing: every `url(` names a part of the drawing, and nothing is written in disguise.
    var isLocal: Bool {
        let lower = bytes.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
        guard !lower.contains(UInt8(ascii: "\\")), !["script:", "expression", "/*", "image("].contains(where: { contains(lower, $0) })
        else {
            return false
        }
        var rest = lower[...]
        while let found = rest.firstIndex(of: UInt8(ascii: "(")) {
            let isAddress = rest[..<found].suffix(3).elementsEqual("url".utf8)
            let inside = rest[(found + 1)...].drop { $0 <= 32 || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
            if isAddress, inside.first != UInt8(ascii: "#") { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }

    /// The part of the drawing that `url(#…)` names; nil where it names none.
    var reference: String? {
        guard bytes.starts(with: "url(".utf8), let sign = bytes.firstIndex(of: UInt8(ascii: "#")) else { return nil }
        return String(decoding: bytes[(sign + 1)...].prefix { !")'\" ".utf8.contains($0) }, as: UTF8.self)
    }

    /// Whether it is a list of plain declarations.
    var isPlainStyle: Bool { isLocal && !bytes.contains { "@{}<>".utf8.contains($0) } }

    /// Whether it is a style sheet of plain rules: braces in pairs, one deep.
    var isPlainSheet: Bool {
        guard isLocal, !bytes.contains(where: { "@<".utf8.contains($0) }) else { return false }
        var depth = 0
        for byte in bytes {
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth < 0 || depth > 1 { return false }
        }
        return depth == 0
    }

    /// Whether it is the address of pixels that it holds itself.
    var isPictureData: Bool {
        ["png", "jpeg", "gif"].contains { bytes.starts(with: "data:image/\($0);base64,".utf8) }
            && bytes.dropFirst(11).allSatisfy { ($0 | 32) &- 97 < 26 || $0 &- 47 < 11 || "+=;,".utf8.contains($0) || $0 == 10 || $0 == 13 }
    }

    /// Whether it can be the name of a part.
    var isName: Bool {
        guard let first = bytes.first, (first | 32) &- 97 < 26 || first == UInt8(ascii: "_") else { return false }
        return bytes.count <= 200 && bytes.allSatisfy { ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 || "-_.".utf8.contains($0) }
    }

    private func contains(_ text: [UInt8], _ word: String) -> Bool {
        let word = Array(word.utf8)
        return text.indices.contains { text[$0] == word[0] && text[$0...].starts(with: word) }
    }
}
