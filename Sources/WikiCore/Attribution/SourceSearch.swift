import Git

/// Finds the texts of other pages from which a revision may have taken words: those that its own commit changed, and those that
/// the wiki's latest changes left. What it finds hangs on the history up to that revision alone, so that authorship is the
/// same however it was kept.
struct SourceSearch {
    let index: IndexReader
    let repository: Repository

    /// A revision with fewer bytes of new passages is its author's own.
    static let freshLimit = 120
    /// A text that has fewer bytes of them in common is no source.
    static let sharedLimit = 60
    /// The most sources of one revision.
    static let sourceLimit = 4
    /// How many pages' latest texts are looked at.
    static let recentPages = 100
    /// How many revisions are passed on the way to them.
    static let recentRevisions = 400
    /// How many bytes these texts have together at the most.
    static let recentBytes = 2 << 20
    /// How many other pages of the same commit are looked at.
    static let sameCommitPages = 200

    /// The likeliest sources, the best first.
    /// - Parameters:
    ///   - text: the page's new text.
    ///   - old: its text before.
    func sources(of text: [UInt8], before old: [UInt8], at step: AuthorshipStep, page: Int64, cache: inout PassageCache) throws
        -> [NeighbourText]
    {
        let fresh = Passages.fresh(in: text, since: old)
        guard fresh.bytes >= Self.freshLimit else { return [] }
        var found: [(shared: Int, rank: Int, text: NeighbourText)] = []
        func weigh(_ neighbour: NeighbourText) throws -> Int {
            let entry = try cache.entry(neighbour.blob, repository)
            let shared = fresh.bytes(sharedWith: entry.passages)
            if shared >= Self.sharedLimit { found.append((shared, found.count, neighbour)) }
            return entry.size
        }
        if cache.newborn != step.commit {
            let before = try index.textsBefore(step, besides: page, limit: Self.sameCommitPages)
            for neighbour in before { _ = try weigh(neighbour) }
            // A commit that brought thousands of pages and changed none is not read through for each of them.
            if before.isEmpty, step.old == nil { cache.newborn = step.commit }
        }
        var size = 0
        for neighbour in try index.recentTexts(before: step.place, besides: page, pages: Self.recentPages, rows: Self.recentRevisions) {
            size += try weigh(neighbour)
            if size > Self.recentBytes { break }
        }
        return found.sorted { ($1.shared, $0.rank) < ($0.shared, $1.rank) }.prefix(Self.sourceLimit).map(\.text)
    }
}
