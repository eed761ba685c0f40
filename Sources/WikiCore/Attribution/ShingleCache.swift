import Git
import Prose

/// The shingles of texts, and of what changes took out of texts, a bounded number of them: neighbours are looked at again and
/// again. Also the changes that were listed last, for all pages of a large commit ask for the same.
struct ShingleCache {
    /// Some shingles, and how many bytes were read for them.
    struct Entry {
        let shingles: TextShingles
        let size: Int
    }

    private struct Exchange: Hashable {
        let old: ObjectID
        let new: ObjectID?
    }

    /// A commit that is known to have brought pages alone: no text was there before it.
    var newborn: ObjectID?
    /// What the commit at a place changed.
    var commit: (place: Int64, changes: [TextChange])?
    /// What was changed before a place.
    var recent: (place: Int64, changes: [TextChange])?
    private var texts = AgingCache<ObjectID, Entry>(limit: Self.limit)
    private var losses = AgingCache<Exchange, Entry>(limit: Self.limit)

    /// How many shingles a half of each cache holds, of eight bytes; an entry counts for as many as it takes.
    private static let limit = 300_000
    private static let entrySize = 12
    /// Of so many shingles of a whole text in a row one is kept.
    static let window = 3

    /// Some of a text's shingles; none where it is no text.
    mutating func shingles(of blob: ObjectID, _ repository: Repository) throws -> Entry {
        try texts.value(blob, size: Self.size) {
            let text = try AttributedBlob.text(blob, repository) ?? []
            return Entry(shingles: TextShingles(text, oneOf: Self.window), size: text.count)
        }
    }

    /// All shingles that a change took out of a page.
    mutating func losses(of change: TextChange, _ repository: Repository) throws -> Entry {
        guard let old = change.old else { return Entry(shingles: TextShingles(), size: 0) }
        return try losses.value(Exchange(old: old, new: change.new), size: Self.size) {
            let before = try AttributedBlob.text(old, repository) ?? []
            let after = try change.new.flatMap { try AttributedBlob.text($0, repository) } ?? []
            return Entry(shingles: .fresh(in: before, since: after), size: before.count + after.count)
        }
    }

    /// Forgets what was listed: places in the order of commits changed.
    mutating func forgetChanges() { (newborn, commit, recent) = (nil, nil, nil) }

    private static func size(_ entry: Entry) -> Int { entry.shingles.count + entrySize }
}
