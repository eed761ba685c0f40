import Git

/// The commits that an index lacks, in the order in which it takes them: along the first-parent line, oldest first,
/// each merge after the commits that only it brings.
///
/// The order depends on the history alone and not on how it arrived, so an index that grew commit by commit
/// equals one made at once.
struct NewCommits {
    /// One commit of the first-parent line, and what it merges.
    struct Step {
        let commit: Commit
        let sides: [Commit]
    }

    /// The commit of the first-parent line that the index keeps; nil where it starts anew.
    let base: ObjectID?
    /// The line from there to the tip, oldest first.
    let line: [ObjectID]
    private let repository: Repository

    /// Finds the way from what is indexed to `tip`.
    /// - Parameter isMainline: whether the index holds a commit on its first-parent line.
    init(repository: Repository, tip: ObjectID, isMainline: (ObjectID) throws -> Bool) throws {
        self.repository = repository
        var line: [ObjectID] = []
        var current: ObjectID? = tip
        while let id = current, try !isMainline(id), line.isEmpty || Self.isThere(id, repository) {
            line.append(id)
            current = try repository.commit(id).parents.first
        }
        base = try current.flatMap { try isMainline($0) ? $0 : nil }
        self.line = line.reversed()
    }

    /// Reads the next commit of the line with the commits that it merges; `isTaken` names those that are indexed.
    func step(_ id: ObjectID, isTaken: (ObjectID) throws -> Bool) throws -> Step {
        let commit = try repository.commit(id)
        guard commit.parents.count > 1 else { return Step(commit: commit, sides: []) }
        var found: [ObjectID: Commit] = [:]
        var waiting = Array(commit.parents.dropFirst())
        while let next = waiting.popLast() {
            guard found[next] == nil, try !isTaken(next), Self.isThere(next, repository) else { continue }
            let side = try repository.commit(next)
            found[next] = side
            waiting += side.parents
        }
        return Step(commit: commit, sides: Self.ordered(found))
    }

    /// Beyond the edge of a shallow history there is nothing; elsewhere a missing commit is damage, and told as such.
    private static func isThere(_ id: ObjectID, _ repository: Repository) -> Bool {
        !repository.isShallow || repository.contains(id)
    }

    /// Parents before children, older ones first, then by id: an order that depends on these commits alone, whatever
    /// their clocks said. Each gets a date that is later than those of its parents (git calls it the corrected commit
    /// date).
    private static func ordered(_ commits: [ObjectID: Commit]) -> [Commit] {
        var dates: [ObjectID: Int64] = [:]
        for start in commits.keys {
            var path = [start]
            while let id = path.last {
                guard dates[id] == nil, let commit = commits[id] else {
                    path.removeLast()
                    continue
                }
                let parents = commit.parents.filter { commits[$0] != nil }
                let open = parents.filter { dates[$0] == nil }
                path += open
                guard open.isEmpty else { continue }
                let earliest = parents.compactMap { dates[$0] }.max().map { $0 + 1 }
                dates[id] = max(min(commit.committer.time, latest), earliest ?? .min)
            }
        }
        return commits.values.sorted { one, other in
            let (a, b) = (dates[one.id] ?? 0, dates[other.id] ?? 0)
            return a == b ? one.id.bytes.lexicographicallyPrecedes(other.id.bytes) : a < b
        }
    }

    /// Dates beyond this are taken as this, so that there is room after them.
    private static let latest: Int64 = 1 << 53
}
