import Testing

/// The answer to one request.
struct Answer {
    let status: Int
    let fields: [(name: String, value: String)]
    let body: [UInt8]
    /// How many bytes it took on the connection.
    let size: Int

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
    /// The body's HTML.
    var html: HTMLText { HTMLText(body) }
    /// Where a redirect leads.
    var location: String { self["location"] ?? "" }

    /// The first field of a name.
    subscript(_ name: String) -> String? { fields.first { $0.name == name.lowercased() }?.value }

    /// All fields of a name.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name.lowercased() }.map(\.value) }

    /// Reads an answer; nil where it is not complete yet.
    init?(_ bytes: [UInt8], hasBody: Bool, isOver: Bool) {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else { return nil }
        self.status = status
        fields = lines.dropFirst().map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return (line[..<colon].lowercased(), String(line[colon...].dropFirst().drop { $0 == " " }))
        }
        let rest = bytes[end.upperBound...]
        let (length, isChunked) = (fields.first { $0.name == "content-length" }, fields.contains { $0.name == "transfer-encoding" })
        if !hasBody || status == 304 || status == 204 {
            body = []
            size = end.upperBound
        } else if let length = length.flatMap({ Int($0.value) }) {
            guard rest.count >= length else { return nil }
            body = Array(rest.prefix(length))
            size = end.upperBound + length
        } else if isChunked {
            guard let whole = Self.unchunked(rest) else { return nil }
            body = whole.bytes
            size = end.upperBound + whole.size
        } else {
            guard isOver else { return nil }
            body = Array(rest)
            size = bytes.count
        }
    }

    private static func unchunked(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], size: Int)? {
        var (rest, result): (ArraySlice<UInt8>, [UInt8]) = (bytes, [])
        while let end = rest.firstRange(of: Array("\r\n".utf8)) {
            let size = rest[..<end.lowerBound].prefix { $0 != UInt8(ascii: ";") }
            guard let count = Int(String(decoding: size, as: UTF8.self), radix: 16) else { return nil }
            rest = rest[end.upperBound...]
            if count == 0 { return rest.count >= 2 ? (result, bytes.count - rest.count + 2) : nil }
            guard rest.count >= count + 2 else { return nil }
            result += rest.prefix(count)
            rest = rest.dropFirst(count + 2)
        }
        return nil
    }
}
