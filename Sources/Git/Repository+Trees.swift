import CLibgit2

/// A change of one path in a tree: a file put there, or taken away.
public enum TreeUpdate: Hashable, Sendable {
    /// A file of this mode and blob; folders on the way are made.
    case put(GitPath, mode: UInt32, blob: ObjectID)
    /// The file goes, and with it folders that become empty.
    case remove(GitPath)

    /// The mode of an ordinary file.
    public static let fileMode: UInt32 = 0o100644
}

extension Repository {
    /// The tree with no entry.
    public func writeEmptyTree() throws(GitError) -> ObjectID {
        var oid = git_oid()
        try call("git_odb_write") { git_odb_write(&oid, objects, "", 0, GIT_OBJECT_TREE) }
        return ObjectID(oid)
    }

    /// The entry at a path; nil where there is none.
    public func entry(at path: GitPath, in tree: ObjectID) throws(GitError) -> TreeEntry? {
        var id = tree
        let segments = path.segments
        for (index, segment) in segments.enumerated() {
            guard let entry = try self.entry(named: segment, in: id) else { return nil }
            if index == segments.count - 1 { return entry }
            guard entry.kind == .folder else { return nil }
            id = entry.id
        }
        return TreeEntry(mode: 0o040000, id: tree)
    }

    /// Every file below a tree with its path, folders walked in git's order.
    public func files(in tree: ObjectID, under prefix: GitPath = .root) throws(GitError) -> [(path: GitPath, entry: TreeEntry)] {
        var result: [(path: GitPath, entry: TreeEntry)] = []
        try compareTrees(nil, tree, at: prefix) { result.append((path: $0.path, entry: $0.new ?? TreeEntry(mode: 0, id: .zero))) }
        return result
    }

    func entry(named name: ArraySlice<UInt8>, in tree: ObjectID) throws(GitError) -> TreeEntry? {
        try withTree(tree) { (bytes) throws(GitError) in
            var walk = RawTree(bytes)
            while let entry = walk.next() {
                if entry.name.elementsEqual(name) { return TreeEntry(mode: entry.mode, id: entry.id) }
            }
            return nil
        }
    }
}
