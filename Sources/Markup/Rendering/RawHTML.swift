/// Authors' HTML on its way to the HTML parser.
enum RawHTML {
    /// Tags that switch an HTML parser to another mode, in which the rest of the page would be lost. They show as text, as on GitHub
    /// (GFM, "Disallowed Raw HTML"), and a few more that GitHub removes in another way.
    private static let disallowed: Set<String> = [
        "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext", "noscript", "select", "template",
        "frameset",
        "frame",
    ]
    private static let longestName = 9

    /// Appends the HTML with the `<` of disallowed tags escaped.
    static func append(_ html: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var index = html.startIndex
        while index < html.endIndex {
            if html[index] == UInt8(ascii: "<"), isDisallowed(html[(index + 1)...]) {
                output.append(contentsOf: "&lt;".utf8)
            } else {
                output.append(html[index])
            }
            index += 1
        }
    }

    private static func isDisallowed(_ rest: ArraySlice<UInt8>) -> Bool {
        let name = rest.first == UInt8(ascii: "/") ? rest.dropFirst() : rest
        let letters = name.prefix(longestName + 1).prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        guard letters.count <= longestName else { return false }
        return disallowed.contains(String(decoding: letters, as: UTF8.self).lowercased())
    }
}
