package import Git

/// The heading under which a long flat folder lists a page: one rule for who writes it down and who asks for it.
package enum PageLetter {
    /// The heading of all that begins with no letter.
    static let none = "#"
    /// The heading of scripts that have no alphabet.
    static let beyond = "…"

    /// The heading of a path's last segment.
    package static func of(_ path: GitPath) -> String { of(LookupKey.ofName(path)) }

    /// The heading that somebody asks for by it, or by a letter of either case.
    static func named(_ text: String) -> String { text.utf8.elementsEqual(beyond.utf8) ? beyond : of(LookupKey.of(text)) }

    private static func of(_ key: String) -> String {
        guard let scalar = key.unicodeScalars.first, scalar.properties.isAlphabetic else { return none }
        if scalar.value >= 0x3000 { return beyond }
        // Some letters have two for their upper case, as ß has SS: those stand for themselves.
        let upper = scalar.properties.uppercaseMapping
        return upper.unicodeScalars.count == 1 ? upper : String(Character(scalar))
    }
}
