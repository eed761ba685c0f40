import Git

/// Passages of texts by blob, a bounded number of them: neighbours are looked at again and again.
struct PassageCache {
    /// A text's passages and its size; none where it is no text, or over the bound.
    struct Entry {
        let passages: Passages
        let size: Int
    }

    /// A commit that is known to have brought pages alone: no text was there before it.
    var newborn: ObjectID?
    private var young: [ObjectID: Entry] = [:]
    private var old: [ObjectID: Entry] = [:]
    private var count = 0

    /// How many passages a half of the cache holds; one takes about 32 bytes.
    private static let limit = 100_000

    /// The passages of a text; read where they are not known.
    mutating func entry(_ blob: ObjectID, _ repository: Repository) throws -> Entry {
        if let known = young[blob] { return known }
        let entry = try old[blob] ?? Self.read(blob, repository)
        young[blob] = entry
        count += entry.passages.lengths.count + 1
        if count > Self.limit { (old, young, count) = (young, [:], 0) }
        return entry
    }

    private static func read(_ blob: ObjectID, _ repository: Repository) throws -> Entry {
        guard let text = try AttributedBlob.text(blob, repository) else { return Entry(passages: Passages(), size: 0) }
        return Entry(passages: Passages(text), size: text.count)
    }
}
