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
    private let position: [ObjectID: Int]

    /// Finds the way from what is indexed to `tip`.
    /// - Parameters:
    ///   - indexed: the commit that the index stands for.
    ///   - isMainline: whether the index holds a commit on its first-parent line.
    init(
        repository: Repository, tip: ObjectID, indexed: ObjectID?, isMainline: (ObjectID) throws -> Bool
    ) throws {
        self.repository = repository
        var line: [ObjectID] = []
        var current: ObjectID? = tip
        while let id = current, try !isMainline(id) {
            line.append(id)
            current = try repository.commit(id).parents.first
        }
        base = current
        self.line = line.reversed()
        let isOneStep = try line.count == 1 && repository.commit(tip).parents.count <= 1
        guard !isOneStep, !line.isEmpty else {
            position = [:]
            return
        }
        let order = try repository.commits(from: [tip], hiding: base.map { [$0] } ?? [])
        position = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    }

    /// Reads the next commit of the line with the commits that it merges; `taken` names those that are indexed.
    func step(_ id: ObjectID, isTaken: (ObjectID) throws -> Bool) throws -> Step {
        let commit = try repository.commit(id)
        guard commit.parents.count > 1 else { return Step(commit: commit, sides: []) }
        var found: [ObjectID: Commit] = [:]
        var waiting = Array(commit.parents.dropFirst())
        while let next = waiting.popLast() {
            guard found[next] == nil, position[next] != nil, try !isTaken(next) else { continue }
            let side = try repository.commit(next)
            found[next] = side
            waiting += side.parents
        }
        let sides = found.values.sorted { (position[$0.id] ?? 0) < (position[$1.id] ?? 0) }
        return Step(commit: commit, sides: sides)
    }
}
