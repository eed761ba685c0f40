/// Cuts the piece of a long text around the first word that was found, and marks the words in it.
///
/// SQLite's own `snippet` and `highlight` weigh every place where a word stands against every other: a page that says one
/// word a hundred thousand times kept a search busy for a minute. This is linear, and reads no further than the piece.
struct SearchExcerpt {
    /// How many scalars are shown before the first hit, and how many in all.
    private static let before = 60
    private static let length = 260

    private let words: Set<String>
    private let beginning: String?

    /// - Parameters:
    ///   - words: what to mark, folded by ``SearchFold``.
    ///   - beginning: what a word may also only begin with.
    init(words: [String], beginning: String?) {
        self.words = Set(words)
        self.beginning = beginning
    }

    /// The words of a text as they are compared.
    static func words(of text: String) -> [String] {
        text.unicodeScalars.split { !isInside($0) }.map { SearchFold.of($0) }.filter { !$0.isEmpty }
    }

    /// True for what goes on with a word: an accent of its own is part of one, too.
    private static func isInside(_ scalar: Unicode.Scalar) -> Bool { SearchQuery.isIndexed(scalar) || SearchFold.isAccent(scalar) }

    /// The piece, with U+0001 and U+0002 around each word found; the beginning of the text where none is.
    func piece(of text: String) -> String {
        let scalars = text.unicodeScalars
        let first = nextHit(in: scalars[...])?.lowerBound ?? scalars.startIndex
        let start = scalars.index(first, offsetBy: -Self.before, limitedBy: scalars.startIndex) ?? scalars.startIndex
        let end = scalars.index(start, offsetBy: Self.length, limitedBy: scalars.endIndex) ?? scalars.endIndex
        var result = String.UnicodeScalarView(start > scalars.startIndex ? "…".unicodeScalars : "".unicodeScalars)
        var rest = scalars[start..<end]
        while let hit = nextHit(in: rest) {
            result.append(contentsOf: rest[..<hit.lowerBound])
            result.append("\u{1}")
            result.append(contentsOf: rest[hit])
            result.append("\u{2}")
            rest = rest[hit.upperBound...]
        }
        result.append(contentsOf: rest)
        if end < scalars.endIndex { result.append("…") }
        return String(result)
    }

    private func nextHit(in text: Substring.UnicodeScalarView) -> Range<String.Index>? {
        var rest = text
        while let start = rest.firstIndex(where: SearchQuery.isIndexed) {
            let end = rest[start...].firstIndex { !Self.isInside($0) } ?? rest.endIndex
            let word = SearchFold.of(rest[start..<end])
            if words.contains(word) || beginning.map({ word.hasPrefix($0) }) == true { return start..<end }
            rest = rest[end...]
        }
        return nil
    }
}
