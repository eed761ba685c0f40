import Git
import WikiCore

/// A contributor's commits of the last days, the newest first: as many as are taken back at once.
struct LatestEdits: Sendable {
    /// The commits, without merges.
    let commits: [CommitRecord]
    /// Where the next begin; nil where there are none.
    let next: Int64?

    /// The days that may be asked for.
    static let days = 1...365
    /// How many edits of a contributor are looked through at once.
    private static let depth = 2000
    private static let day: Int64 = 86_400

    /// Looks them up in the index.
    /// - Parameter place: only commits below this place in their order.
    init(of subject: ContributorHandle, days: Int, before place: Int64?, in wiki: Wiki) async throws {
        let since = wiki.now - Int64(days) * Self.day
        (commits, next) = try await wiki.read { snapshot in
            let all = try snapshot.index.commits(of: subject, before: place ?? .max, limit: Self.depth)
            let wanted = all.filter { $0.time >= since && !$0.isMerge }
            let now = Array(wanted.prefix(BulkUndo.limit))
            let isWhole = wanted.count == now.count && all.count < Self.depth
            return (now, isWhole ? nil : wanted.count > now.count ? now.last?.place : all.last?.place)
        }
    }
}
