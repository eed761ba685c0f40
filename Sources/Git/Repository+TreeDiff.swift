import CLibgit2

extension Repository {
    /// The files that differ between two trees, in git's order; folders of equal id are never opened.
    /// A nil tree is the empty one. Cost follows the changed folders, not the trees.
    public func changes(from old: ObjectID?, to new: ObjectID?) throws(GitError) -> [TreeChange] {
        var result: [TreeChange] = []
        try compareTrees(old, new, at: .root) { result.append($0) }
        return result
    }

    /// Compares two trees by their raw bytes and reports each file that differs.
    func compareTrees(
        _ old: ObjectID?, _ new: ObjectID?, at folder: GitPath, depth: Int = 0, report: (TreeChange) -> Void
    ) throws(GitError) {
        if old == new { return }
        try Self.requireDepth(depth)
        var folders: [(name: [UInt8], old: ObjectID?, new: ObjectID?)] = []
        try compareEntries(old, new, in: folder, report: report) { folders.append((name: $0, old: $1, new: $2)) }
        for item in folders {
            try compareTrees(item.old, item.new, at: folder.appending(item.name), depth: depth + 1, report: report)
        }
    }

    /// Git itself has no bound; a tree deeper than this is an attack.
    static let deepestFolder = 512

    static func requireDepth(_ depth: Int) throws(GitError) {
        guard depth < deepestFolder else {
            throw GitError(code: .invalid, function: "compareTrees", message: "folders nested deeper than \(deepestFolder)")
        }
    }

    /// Compares what two trees hold themselves: files that differ are reported, folders that differ are handed on.
    func compareEntries(
        _ old: ObjectID?, _ new: ObjectID?, in folder: GitPath, report: (TreeChange) -> Void,
        descend: (_ name: [UInt8], _ old: ObjectID?, _ new: ObjectID?) -> Void
    ) throws(GitError) {
        try withTree(ifAny: old) { (left) throws(GitError) in
            try withTree(ifAny: new) { (right) throws(GitError) in
                Self.mergeEntries(left, right) { Self.sort($0, $1, in: folder, report: report, descend: descend) }
            }
        }
    }

    private func withTree(ifAny id: ObjectID?, _ body: (UnsafeRawBufferPointer) throws(GitError) -> Void) throws(GitError) {
        guard let id else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        try withTree(id, body)
    }

    /// Walks two sorted lists of entries side by side, and hands on each pair that differs.
    static func mergeEntries(
        _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, _ differing: (RawTree.Entry?, RawTree.Entry?) -> Void
    ) {
        var one = RawTree(left)
        var other = RawTree(right)
        RawTree.skipSameBeginning(&one, &other)
        var a = one.next()
        var b = other.next()
        while a != nil || b != nil {
            guard let x = a, let y = b else {
                differing(a, b)
                if a != nil { a = one.next() } else { b = other.next() }
                continue
            }
            let order = RawTree.Entry.compare(x, y)
            if order == 0 {
                if x.id != y.id || x.mode != y.mode {
                    differing(x, y)
                    if one.hasSameRest(as: other) { return }
                }
                a = one.next()
                b = other.next()
            } else if order < 0 {
                differing(x, nil)
                a = one.next()
            } else {
                differing(nil, y)
                b = other.next()
            }
        }
    }

    static func sort(
        _ old: RawTree.Entry?, _ new: RawTree.Entry?, in folder: GitPath, report: (TreeChange) -> Void,
        descend: (_ name: [UInt8], _ old: ObjectID?, _ new: ObjectID?) -> Void
    ) {
        guard let name = (old ?? new).map({ Array($0.name) }) else { return }
        let oldFolder = old.flatMap { $0.isFolder ? $0.id : nil }
        let newFolder = new.flatMap { $0.isFolder ? $0.id : nil }
        if oldFolder != nil || newFolder != nil { descend(name, oldFolder, newFolder) }
        let oldFile = old.flatMap { $0.isFolder ? nil : TreeEntry(mode: $0.mode, id: $0.id) }
        let newFile = new.flatMap { $0.isFolder ? nil : TreeEntry(mode: $0.mode, id: $0.id) }
        if oldFile != nil || newFile != nil {
            report(TreeChange(path: folder.appending(name), old: oldFile, new: newFile))
        }
    }
}
