import Git
import Prose

/// Edits that share one flush: each becomes a commit of its own on top of the one before, and nothing moves until all
/// are written. A value of one attempt: where the branch moved meanwhile, it is thrown away.
struct EditBatch {
    let snapshot: WikiSnapshot
    let checks: EditChecks
    let policy: any EditPolicy
    let committer: EditAuthor
    /// The newest commit so far.
    private(set) var tip: ObjectID?
    /// Its tree.
    private(set) var tree: ObjectID
    /// What its edits made so far, by lookup key: pages and files, and the folders above them.
    private(set) var newNames: [String: GitPath] = [:]
    private(set) var newFolders: [String: GitPath] = [:]

    /// What an edit does to the tree.
    struct Draft {
        var updates: [TreeUpdate]
        var path: GitPath
        var isNew = false
        var isMerged = false
        var keptBoth = false
    }

    /// What came of working out an edit.
    enum Work {
        case draft(Draft)
        case finished(EditOutcome)
    }

    init(snapshot: WikiSnapshot, checks: EditChecks, policy: any EditPolicy, committer: EditAuthor) throws {
        self.snapshot = snapshot
        self.checks = checks
        self.policy = policy
        self.committer = committer
        tip = snapshot.tip
        tree = try snapshot.tip.map { try snapshot.repository.commit($0).tree } ?? snapshot.repository.writeEmptyTree()
    }

    /// Works an edit out against the newest commit so far, and commits it there. The policy is asked first whether the
    /// editor may edit at all, and then about every file that the edit writes or removes.
    mutating func apply(_ edit: Edit) throws -> EditOutcome {
        try permit(edit, changing: [])
        let draft: Draft
        switch try work(edit) {
        case .finished(.conflict(let conflict)):
            // Nobody is asked to settle what they may not save.
            try permit(edit, changing: [file(of: conflict)])
            return .conflict(conflict)
        case .finished(let outcome): return outcome
        case .draft(let value): draft = value
        }
        try permit(edit, changing: draft.updates.map(\.file))
        let newTree = try snapshot.repository.updateTree(tree, draft.updates)
        if newTree == tree { return .unchanged(tip) }
        let author = Signature(name: edit.author.name, email: edit.author.email, time: edit.time)
        let wiki = Signature(name: committer.name, email: committer.email, time: edit.time)
        let commit = try snapshot.repository.writeCommit(
            tree: newTree, parents: tip.map { [$0] } ?? [], author: author, committer: wiki, message: Self.message(edit.summary))
        tree = newTree
        tip = commit
        if draft.isNew { remember(draft.path) }
        return .saved(
            SavedEdit(revision: commit, path: draft.path, isNew: draft.isNew, isMerged: draft.isMerged, keptBoth: draft.keptBoth))
    }

    private func work(_ edit: Edit) throws -> Work {
        switch edit.action {
        case .save(let path, let text, let base): try save(path, text, base: base, edit)
        case .delete(let path, let base): try delete(path, base: base, edit)
        case .restore(let path, let revision, let base): try restore(path, revision, base: base, edit)
        case .undo(let commit): try undo(commit, edit)
        case .attach(let path, let bytes, let replaces): try attach(path, bytes, replaces: replaces, edit)
        case .configure(let file, let text, let base): try configure(file, text, base: base, edit)
        }
    }

    private func permit(_ edit: Edit, changing files: [GitPath]) throws {
        if let objection = try policy.objection(to: edit.editor, changing: files, in: snapshot) { throw objection }
    }

    private func file(of conflict: EditConflict) throws -> GitPath {
        if SettingsFile.contains(conflict.path) { return conflict.path }
        return try snapshot.index.page(path: conflict.path)?.file ?? snapshot.layout.newFile(for: conflict.path)
    }

    // MARK: What every action uses

    /// A page's file as the batch has it, with its text.
    struct Current {
        let file: GitPath
        let blob: ObjectID
        let text: [UInt8]
    }

    /// Asks all checks; throws the first objection. Nothing is held back yet: what a check would hold, it refuses.
    func approve(_ path: GitPath, isPage: Bool = true, isNew: Bool, content: [UInt8]?, _ edit: Edit) throws {
        let change = ProposedChange(path: path, isPage: isPage, isNew: isNew, content: content)
        switch checks.verdict(change, summary: edit.summary) {
        case .accept: break
        case .hold(let reason), .refuse(let reason): throw reason
        }
        guard isNew, content != nil else { return }
        try refuseTwins(of: path, isPage: isPage)
    }

    private mutating func remember(_ path: GitPath) {
        newNames[LookupKey.of(path)] = path
        var folder = path.parent
        while !folder.isRoot {
            newFolders[LookupKey.of(folder)] = folder
            folder = folder.parent
        }
    }

    func entry(_ file: GitPath) throws -> TreeEntry? {
        try snapshot.repository.entry(at: file, in: tree)
    }

    func current(file: GitPath) throws -> Current? {
        guard let entry = try entry(file), entry.kind == .file else { return nil }
        return Current(file: file, blob: entry.id, text: try snapshot.repository.blob(entry.id))
    }

    /// The page that a person means by a path: the one that had it at `base`, wherever it is now, so that an edit that
    /// began before a move follows the page and not what was put in its place; else the one that has it.
    func current(path: GitPath, base: ObjectID?) throws -> Current? {
        if let base, let id = try pageID(path, at: base), let page = try snapshot.index.page(id: id) {
            return try current(file: page.file)
        }
        if let page = try snapshot.index.page(path: path) { return try current(file: page.file) }
        return try current(file: snapshot.layout.newFile(for: path))
    }

    /// The page that had a path at a commit.
    func pageID(_ path: GitPath, at commit: ObjectID) throws -> Int64? {
        for ending in [".md", ".markdown"] {
            let file = snapshot.layout.file(GitPath(bytes: path.bytes + Array(ending.utf8)))
            if let id = try snapshot.index.page(at: file, in: commit) { return id }
        }
        return nil
    }

    /// What a page's text was at a revision; nil where it did not exist then.
    func text(of file: GitPath, at commit: ObjectID) throws -> (blob: ObjectID, text: [UInt8])? {
        guard try snapshot.index.commit(commit) != nil else { throw WikiError.unknownRevision(commit.hex) }
        if let found = try snapshot.text(file, at: commit) { return found }
        guard let page = try snapshot.index.page(file: file), let old = try snapshot.file(of: page.id, at: commit) else { return nil }
        return try snapshot.text(old, at: commit)
    }

    func path(of file: GitPath) -> GitPath {
        switch snapshot.layout.role(of: file) {
        case .page(let path), .part(let path), .attachment(let path): path
        case .outside, .hidden: file
        }
    }

    /// - Parameter merge: the merge as far as it went, where somebody made it already.
    func conflict(_ path: GitPath, base: [UInt8]?, yours: [UInt8]?, theirs: Current?, merge: ThreeWayMerge? = nil) -> Work {
        var merge = merge
        if merge == nil, let yours, let theirs { merge = ThreeWayMerge(base: base ?? [], current: theirs.text, yours: yours) }
        let revision = theirs == nil ? nil : tip
        return .finished(
            .conflict(EditConflict(path: path, base: base, yours: yours, theirs: theirs?.text, merge: merge, revision: revision)))
    }

    /// One line of text, never empty.
    static func message(_ summary: String) -> String {
        let line = String(String.UnicodeScalarView(summary.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
        let words = line.split(separator: " ").joined(separator: " ")
        return (words.isEmpty ? "Edit" : words) + "\n"
    }
}

extension TreeUpdate {
    /// The file that it puts or takes away.
    fileprivate var file: GitPath {
        switch self {
        case .put(let path, _, _), .remove(let path): path
        }
    }
}
