import Git
import Presentation
import WikiCore

/// The part of the past that a site shows.
struct Window {
    /// How many of the wiki's newest changes are recent.
    private static let recentChanges = 250

    let depth: HistoryDepth
    /// The places of all commits that changed something, oldest first; none where the past is not shown whole.
    let places: [Int64]
    /// The newest commits that changed something, with the pages that each is a revision of.
    private let recent: [(commit: CommitRecord, pages: [Int64])]

    init(_ snapshot: WikiSnapshot, _ depth: HistoryDepth) throws {
        self.depth = depth
        places = depth == .full ? try snapshot.index.changingPlaces() : []
        recent =
            depth == .recent
            ? try snapshot.index.recent(limit: Self.recentChanges).map { ($0, try snapshot.index.pages(of: $0.place).map(\.page)) } : []
    }

    /// The commits whose differences are shown of each page, newest first; nothing where all are.
    var changes: [Int64: [ObjectID]] {
        var changes: [Int64: [ObjectID]] = [:]
        for (commit, pages) in recent { for page in pages { changes[page, default: []].append(commit.id) } }
        return changes
    }

    /// The same as a site's addresses need it.
    func past(_ content: SiteContent, _ names: StaticNames) -> StaticSite.Past {
        switch depth {
        case .none: return .none
        case .full: return .all
        case .recent:
            var held: Set<String> = []
            for (page, commits) in changes {
                guard let entry = content.entry(of: page), let file = names.file(entry.address.bytes) else { continue }
                for commit in commits { held.insert(StaticSite.change(file, commit.hex)) }
            }
            return .some(held)
        }
    }
}
