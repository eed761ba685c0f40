/// Counts the paths below trees without walking them: a tree that stands in many places is counted once, so that ten trees
/// that hold ten thousand million paths cost ten looks.
struct PathCounter {
    /// Counting ends here: more paths than this are this many.
    let limit: Int
    private var known: [ObjectID: Int] = [:]

    init(limit: Int) {
        self.limit = limit
    }

    /// How many files lie below a tree, `limit` at the most.
    /// - Throws: `invalid` where folders are nested too deep.
    mutating func paths(below tree: ObjectID, in repository: Repository, depth: Int = 0) throws(GitError) -> Int {
        if let count = known[tree] { return count }
        guard depth < Repository.deepestFolder else {
            throw GitError(code: .invalid, function: "PathCounter", message: "folders nested deeper than \(Repository.deepestFolder)")
        }
        var count = 0
        var folders: [ObjectID] = []
        try repository.withTree(tree) { (bytes) throws(GitError) in
            var walk = RawTree(bytes)
            while let entry = walk.next() {
                if entry.isFolder { folders.append(entry.id) } else { count += 1 }
            }
        }
        for folder in folders where count < limit {
            count += try paths(below: folder, in: repository, depth: depth + 1)
        }
        known[tree] = min(count, limit)
        return min(count, limit)
    }
}
