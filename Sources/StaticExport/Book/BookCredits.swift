import WikiCore

/// Who wrote a book, chapter by chapter: by their words where these are known, else by their edits.
struct BookCredits: Sendable {
    /// Somebody who contributed.
    struct Person: Sendable, Hashable {
        /// The name shown; never an address.
        let name: String
        /// The part of the words that is theirs, 0 to 1; nil where only edits are known.
        let share: Double?
        /// How many revisions are theirs, where words are not known.
        let edits: Int
    }

    /// Those of each chapter, the ones with the most first.
    private(set) var chapters: [[Person]] = []
    private var sums: [[UInt8]: (name: String, words: Double, edits: Int)] = [:]
    private var words = 0.0
    private var isKnown = true

    /// Adds the next chapter. Cost: its revisions.
    mutating func add(_ page: Page, in index: IndexReader) throws {
        let shares = try index.wordShares(of: page)
        if shares == nil { isKnown = false }
        // Of a chapter without words nobody has a share, and nothing is unknown.
        guard let shares, !shares.isEmpty else {
            let editors = try index.contributors(of: page.id, limit: .max)
            for person in editors { sum(person.person ?? person.name, person.name, words: 0, edits: person.edits) }
            return chapters.append(editors.map { Person(name: $0.name, share: nil, edits: $0.edits) })
        }
        for person in shares {
            words += person.words
            sum(person.person ?? person.name, person.name, words: person.words, edits: 0)
        }
        chapters.append(shares.map { Person(name: $0.name, share: $0.share, edits: 0) })
    }

    private mutating func sum(_ key: String, _ name: String, words: Double, edits: Int) {
        let key = Array(key.utf8)
        let before = sums[key] ?? (name, 0, 0)
        sums[key] = (before.name, before.words + words, before.edits + edits)
    }

    /// All of them, those with the most words first; where words of a chapter are not known, nobody's share is. Whoever has none edited
    /// chapters without words.
    var everybody: [Person] {
        let sorted = sums.sorted { one, other in
            let (a, b) = (one.value, other.value)
            if a.words != b.words { return a.words > b.words }
            if a.edits != b.edits { return a.edits > b.edits }
            return one.key.lexicographicallyPrecedes(other.key)
        }
        return sorted.map { entry in
            let person = entry.value
            return Person(name: person.name, share: isKnown && person.words > 0 ? person.words / words : nil, edits: person.edits)
        }
    }
}
