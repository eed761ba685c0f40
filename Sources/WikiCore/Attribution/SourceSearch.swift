import Git
import Prose

/// Finds the texts of other pages from which a revision may have taken words: those that its own commit took out of them, those
/// that the same person took out a few changes ago, and those that the wiki's latest changes left. What it finds hangs on the
/// history up to that revision alone, so that authorship is the same however it was kept.
struct SourceSearch {
    let index: IndexReader
    let repository: Repository

    /// How many other pages of the same commit are looked at, and how many bytes of their texts.
    static let (commitPages, commitBytes) = (200, 8 << 20)
    /// How many pages' latest texts are looked at, and how many bytes they have together.
    static let (recentPages, recentBytes) = (100, 2 << 20)
    /// How many revisions are passed on the way to them.
    static let recentRevisions = 400
    /// How many changes of the same person are looked at for what they took out.
    static let recentLosses = 40
    /// A text that was taken out has so many shingles in common with what came in, or an eighth of the smaller of the two.
    static let movedLimit = 4
    /// One that was taken out earlier has so many.
    static let earlierLimit = 6
    /// What brought fewer shingles is not searched for in earlier changes: fifteen words in a row bring as many.
    static let recentFresh = 12
    /// A latest text that has fewer of its kept shingles in common is no source; fifteen words that are copied have as many.
    static let copiedLimit = recentFresh / ShingleCache.window

    /// The likeliest sources: those from which words went first, the best first.
    /// - Parameters:
    ///   - text: the page's new text.
    ///   - parents: its texts before, that of the first parent first.
    func sources(of text: [UInt8], before parents: [[UInt8]], at step: AuthorshipStep, page: Int64, cache: inout ShingleCache) throws
        -> [NeighbourText]
    {
        let changes = try changes(with: step, &cache).filter { $0.page != page }
        // The pages of a wiki's first commit have nothing to look at.
        if changes.isEmpty, let known = cache.recent, known.place == step.place, known.changes.isEmpty { return [] }
        var fresh = TextShingles.fresh(in: text, since: parents.first ?? [])
        for other in parents.dropFirst() where fresh.count > 0 { fresh = fresh.subtracting(TextShingles(other)) }
        guard fresh.count > 0 else { return [] }
        var choice = SourceChoice(fresh)
        choice.choose(among: try losses(of: changes, &cache)) { shared, text in
            shared >= Self.movedLimit || (shared > 0 && shared * 8 >= min(fresh.count, text.shingles.count))
        }
        guard choice.open.count >= Self.recentFresh else { return choice.chosen }
        let recent = try recent(before: step.place, &cache).filter { $0.page != page }
        let own = recent.lazy.filter(\.isByOneHand).prefix(Self.recentLosses)
        choice.choose(among: try losses(of: Array(own), &cache)) { shared, _ in shared >= Self.earlierLimit }
        if choice.open.count >= Self.recentFresh {
            choice.choose(among: try texts(after: recent, &cache)) { shared, _ in shared >= Self.copiedLimit }
        }
        return choice.chosen
    }

    // MARK: Candidates

    private func losses(of changes: [TextChange], _ cache: inout ShingleCache) throws -> [SourceChoice.Candidate] {
        var size = 0
        var found: [SourceChoice.Candidate] = []
        for change in changes where size <= Self.commitBytes {
            let entry = try cache.losses(of: change, repository)
            size += entry.size
            if let text = change.before, entry.shingles.count > 0 { found.append(.init(text: text, shingles: entry.shingles)) }
        }
        return found
    }

    private func texts(after changes: [TextChange], _ cache: inout ShingleCache) throws -> [SourceChoice.Candidate] {
        var size = 0
        var seen: Set<Int64> = []
        var found: [SourceChoice.Candidate] = []
        for change in changes where size <= Self.recentBytes && seen.count < Self.recentPages {
            guard let text = change.after, seen.insert(change.page).inserted else { continue }
            let entry = try cache.shingles(of: text.blob, repository)
            size += entry.size
            found.append(.init(text: text, shingles: entry.shingles))
        }
        return found
    }

    // MARK: Changes

    private func changes(with step: AuthorshipStep, _ cache: inout ShingleCache) throws -> [TextChange] {
        if cache.newborn == step.commit { return [] }
        if let known = cache.commit, known.place == step.place { return known.changes }
        let changes = try index.changes(at: step.place, limit: Self.commitPages + 1)
        cache.commit = (step.place, changes)
        // A commit that brought thousands of pages and changed none is not read through for each of them.
        if changes.isEmpty { cache.newborn = step.commit }
        return changes
    }

    private func recent(before place: Int64, _ cache: inout ShingleCache) throws -> [TextChange] {
        if let known = cache.recent, known.place == place { return known.changes }
        let changes = try index.changes(before: place, limit: Self.recentRevisions)
        cache.recent = (place, changes)
        return changes
    }
}
