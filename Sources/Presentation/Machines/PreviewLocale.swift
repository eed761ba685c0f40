/// A language as previews of links name it: `de_DE`, which Open Graph asks for.
struct PreviewLocale {
    /// Nil where the language alone does not tell the country.
    let text: String?

    /// The countries of languages that are written mainly in one.
    private static let countries = [
        "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "fi": "FI", "fr": "FR", "he": "IL", "hu": "HU",
        "it": "IT", "ja": "JP", "ko": "KR", "nl": "NL", "pl": "PL", "ro": "RO", "ru": "RU", "sv": "SE", "tr": "TR", "uk": "UA",
    ]

    /// - Parameter tag: a BCP 47 tag; its script and variants say nothing here.
    init(_ tag: String) {
        let parts = tag.split(separator: "-").map { Array($0.utf8) }
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(Self.isLetter) else {
            text = nil
            return
        }
        let language = String(decoding: first, as: UTF8.self).lowercased()
        let region = parts.dropFirst().first { $0.count == 2 && $0.allSatisfy(Self.isLetter) }
        let country = region.map { String(decoding: $0, as: UTF8.self).uppercased() } ?? Self.countries[language]
        text = country.map { "\(language)_\($0)" }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}
