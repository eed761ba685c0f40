import CLibgit2

extension Repository {
    /// Reads a commit.
    /// - Throws: `notFound` where there is no such object or it is no commit.
    public func commit(_ id: ObjectID) throws(GitError) -> Commit {
        try withObject(id) { (kind, bytes) throws(GitError) in
            guard kind == GIT_OBJECT_COMMIT else { throw Self.wrongKind(id, "commit") }
            let text = CommitText(bytes)
            let unknown = Signature(name: "unknown", email: "", time: 0)
            return Commit(
                id: id, tree: text.tree ?? .zero, parents: text.parents, author: text.author ?? unknown,
                committer: text.committer ?? unknown, message: text.message)
        }
    }

    /// Writes a commit without moving any reference; not durable before `flushObjects`.
    public func writeCommit(
        tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
    ) throws(GitError) -> ObjectID {
        var treeID = tree.oid
        var ids = parents.map(\.oid)
        var result = git_oid()
        _ = try author.withPointer { (author) throws(GitError) in
            try committer.withPointer { (committer) throws(GitError) in
                try Self.withPointers(to: &ids) { (pointers) throws(GitError) in
                    try call("git_commit_create_from_ids") {
                        git_commit_create_from_ids(
                            &result, handle, nil, author, committer, "UTF-8", message, &treeID, pointers.count, pointers.baseAddress)
                    }
                }
            }
        }
        return ObjectID(result)
    }

    /// The best common ancestor of two commits; nil where they share none.
    public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
        var left = one.oid
        var right = other.oid
        var base = git_oid()
        do {
            try call("git_merge_base") { git_merge_base(&base, handle, &left, &right) }
        } catch {
            if error.code == .notFound { return nil }
            throw error
        }
        return ObjectID(base)
    }

    /// True where `ancestor` is `commit` or can be reached from it.
    public func isReachable(_ ancestor: ObjectID, from commit: ObjectID) throws(GitError) -> Bool {
        if ancestor == commit { return true }
        var start = commit.oid
        var wanted = ancestor.oid
        return try call("git_graph_descendant_of") { git_graph_descendant_of(handle, &start, &wanted) } == 1
    }

    private static func withPointers<Result>(
        to ids: inout [git_oid], _ body: (UnsafeMutableBufferPointer<UnsafePointer<git_oid>?>) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        let outcome = ids.withUnsafeBufferPointer { buffer in
            var pointers: [UnsafePointer<git_oid>?] = buffer.indices.map { index in buffer.baseAddress.map { $0 + index } }
            return pointers.withUnsafeMutableBufferPointer { pointers in
                Swift.Result { () throws(GitError) in try body(pointers) }
            }
        }
        return try outcome.get()
    }
}
