import Git
import Presentation
import WikiCore

/// The part of the past that a site shows.
struct Window {
    /// How many of the wiki's newest changes are recent.
    private static let recentChanges = 250

    let depth: HistoryDepth
    /// All commits that changed something and may be told of, oldest first; none where the past is not shown whole.
    let commits: [(place: Int64, id: ObjectID)]
    /// The places of the commits that changed each page; nothing where the past is not shown whole.
    private let revisions: [Int64: [Int64]]
    /// The newest commits that changed something, with the pages that each is a revision of.
    private let recent: [(commit: CommitRecord, pages: [Int64])]

    init(_ snapshot: WikiSnapshot, _ depth: HistoryDepth, _ content: SiteContent) throws {
        self.depth = depth
        let rows = depth == .full ? try snapshot.index.everyRevision() : []
        commits = depth == .full ? try Self.told(snapshot, content, rows) : []
        revisions = rows.reduce(into: [:]) { if content.places[$1.page] != nil { $0[$1.page, default: []].append($1.place) } }
        recent =
            depth == .recent
            ? try snapshot.index.recent(limit: Self.recentChanges).map { ($0, try snapshot.index.pages(of: $0.place).map(\.page)) } : []
    }

    /// All but those that touched no page that is shown, and pages that are not.
    private static func told(
        _ snapshot: WikiSnapshot, _ content: SiteContent, _ revisions: [(place: Int64, page: Int64, isPart: Bool)]
    ) throws -> [(place: Int64, id: ObjectID)] {
        var isShown: [Int64: Bool] = [:]
        for revision in revisions {
            isShown[revision.place] = isShown[revision.place] == true || revision.isPart || content.places[revision.page] != nil
        }
        return try snapshot.index.changingCommits().filter { isShown[$0.place] ?? true }
    }

    /// The newest changes of each person, by what addresses call them.
    var changesOfPeople: [String: [ObjectID]] {
        Dictionary(grouping: recent.compactMap { change in change.commit.person.map { ($0, change.commit.id) } }, by: \.0)
            .mapValues { $0.map(\.1) }
    }

    /// The commits whose differences are shown of each page, newest first; nothing where all are.
    var changes: [Int64: [ObjectID]] {
        var changes: [Int64: [ObjectID]] = [:]
        for (commit, pages) in recent { for page in pages { changes[page, default: []].append(commit.id) } }
        return changes
    }

    /// The same as a site's addresses need it.
    func past(_ content: SiteContent, _ names: StaticNames) -> StaticSite.Past {
        let ids: [Int64: [String]]
        switch depth {
        case .none: return .none
        case .recent: ids = changes.mapValues { $0.map(\.hex) }
        case .full:
            let named = Dictionary(uniqueKeysWithValues: commits.map { ($0.place, $0.id) })
            ids = revisions.mapValues { $0.compactMap { named[$0]?.hex } }
        }
        var held = PageChanges()
        for (page, commits) in ids {
            guard let entry = content.entry(of: page), let file = names.file(entry.address.bytes) else { continue }
            held.add(commits, to: file)
        }
        return depth == .full ? .all(commits: Set(commits.map { String($0.id.hex.prefix(12)) }), held) : .some(held)
    }
}
