/// A name from git as people may see it. Many put their address where the name belongs, and addresses are never shown.
package enum AuthorName {
    /// The name without addresses: `ada@example.org` is shown as `ada`, and what stands in angle brackets goes.
    package static func shown(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "@")) else { return name }
        let words = name.unicodeScalars.split(separator: " ").compactMap { word -> String? in
            let isBracketed = word.first == "<" && word.last == ">"
            guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return String(word) }
            return isBracketed ? nil : String(word[..<at])
        }
        return words.isEmpty ? String(name.unicodeScalars.prefix { $0 != "@" }.drop { $0 == "<" }) : words.joined(separator: " ")
    }
}
