import CLibgit2

extension Repository {
    /// The commits reachable from `tips` and not from `hidden`, parents before children, older dates first
    /// among commits that don't depend on each other.
    public func commits(from tips: [ObjectID], hiding hidden: [ObjectID] = []) throws(GitError) -> [ObjectID] {
        var walk: OpaquePointer?
        try call("git_revwalk_new") { git_revwalk_new(&walk, handle) }
        defer { git_revwalk_free(walk) }
        let order = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue | GIT_SORT_REVERSE.rawValue
        try call("git_revwalk_sorting") { git_revwalk_sorting(walk, order) }
        for tip in tips {
            var oid = tip.oid
            try call("git_revwalk_push") { git_revwalk_push(walk, &oid) }
        }
        for commit in hidden {
            var oid = commit.oid
            try call("git_revwalk_hide") { git_revwalk_hide(walk, &oid) }
        }
        var result: [ObjectID] = []
        var oid = git_oid()
        while true {
            do {
                try call("git_revwalk_next") { git_revwalk_next(&oid, walk) }
            } catch {
                // GIT_ITEROVER is the end, not a failure.
                if error.code.rawValue == GIT_ITEROVER.rawValue { return result }
                throw error
            }
            result.append(ObjectID(oid))
        }
    }
}
