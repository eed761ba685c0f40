/// A page's HTML, read as a browser does as far as these tests need it: tags, attributes, texts of fields.
struct HTMLText {
    /// A start tag.
    struct Tag {
        let name: String
        let attributes: [(name: String, value: [UInt8])]
        /// Where it begins, and where what follows it begins.
        let range: Range<Int>

        /// An attribute's value as text; nil where the tag has none of that name.
        subscript(_ name: String) -> String? { attributes.first { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) } }
    }

    let bytes: [UInt8]
    /// The start tags, in order.
    let tags: [Tag]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scanner = HTMLScanner(bytes)
        tags = scanner.tags()
    }

    /// All start tags of a name.
    func tags(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

    /// What stands between a start tag and the next end tag of its name, as text.
    func text(of tag: Tag) -> String { String(decoding: content(of: tag), as: UTF8.self) }

    /// The same, byte by byte.
    func content(of tag: Tag) -> [UInt8] {
        let rest = bytes[tag.range.upperBound...]
        let end = rest.firstRange(of: Array("</\(tag.name)".utf8))?.lowerBound ?? bytes.endIndex
        return HTMLScanner.decoded(rest[..<end])
    }

    /// The text of a `textarea` as a browser shows it: without the newline that HTML swallows after the tag.
    func textarea(_ name: String) -> [UInt8]? {
        guard let tag = tags("textarea").first(where: { $0["name"] == name }) else { return nil }
        let text = content(of: tag)
        return text.first == UInt8(ascii: "\n") ? Array(text.dropFirst()) : text
    }

    /// The whole text without tags, with runs of white space as one space.
    var plain: String {
        var result: [UInt8] = []
        var tag: [UInt8]?
        for byte in bytes {
            if byte == UInt8(ascii: "<") { tag = [] }
            if tag == nil { result.append(byte) } else { tag?.append(byte) }
            guard byte == UInt8(ascii: ">") else { continue }
            // Names stand inside words and before full stops.
            if let name = tag, name != Array("<bdi>".utf8), name != Array("</bdi>".utf8) { result.append(UInt8(ascii: " ")) }
            tag = nil
        }
        let words = HTMLScanner.decoded(result[...]).split { $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }
        return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    /// The addresses that the page's links, images and other tags name.
    var addresses: [String] { tags.flatMap { tag in [tag["href"], tag["src"], tag["action"], tag["data-src"]].compactMap { $0 } } }
}
