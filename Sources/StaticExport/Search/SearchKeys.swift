import Git
import WikiCore

/// Terms of a document that are no words of its text. Each begins with a sign that no word holds.
enum SearchKeys {
    /// A title as titles are compared.
    static let title = UInt8(ascii: "=")
    /// The last segment of a path as the forgiving lookup compares it.
    static let name = UInt8(ascii: "/")
    /// A word of a title.
    static let titleWord = UInt8(ascii: ".")
    /// The path or one of the folders above it, as lookup keys.
    static let path = UInt8(ascii: "@")
    /// A tag as tags are compared.
    static let tag = UInt8(ascii: "#")

    /// How many folders of a path narrow a search; what lies deeper counts as lying in the last of them.
    private static let depthLimit = 16

    /// The terms of a document, without the words of its title, in an order that depends on the document alone.
    static func terms(of document: SearchDocument) -> [[UInt8]] {
        let ofTitle = SearchFold.title(document.title)
        let ofName = LookupKey.ofName(document.path)
        var terms = [term(title, ofTitle)]
        // Where both are alike, the title alone finds the page.
        if !ofName.utf8.elementsEqual(ofTitle.utf8) { terms.append(term(name, ofName)) }
        let key = Array(LookupKey.of(document.path).utf8)
        let ends = key.indices.filter { key[$0] == UInt8(ascii: "/") } + [key.count]
        terms += ends.prefix(depthLimit).map { term(path, String(decoding: key[..<$0], as: UTF8.self)) }
        terms += document.tags.map { term(tag, SearchFold.tag($0)) }
        var seen: Set<[UInt8]> = []
        return terms.filter { $0.count > 1 && seen.insert($0).inserted }
    }

    /// A term: what a line holds apart from others becomes `-`, and what is too long is cut.
    private static func term(_ kind: UInt8, _ key: String) -> [UInt8] {
        let bytes = key.utf8.map { $0 <= 0x20 || $0 == 0x7F ? UInt8(ascii: "-") : $0 }
        return [kind] + cut(bytes[...], to: SearchIndex.keyLimit)
    }

    /// As many whole characters as fit.
    static func cut(_ bytes: ArraySlice<UInt8>, to limit: Int) -> ArraySlice<UInt8> {
        guard bytes.count > limit else { return bytes }
        var end = bytes.startIndex + limit
        while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return bytes[..<end]
    }
}
