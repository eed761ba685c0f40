import Git
import Prose

extension EditBatch {
    /// The most files of a commit that is undone here: everybody else's save waits meanwhile. Larger ones are for `git revert`.
    static let undoLimit = 1000

    /// Takes back what a commit did to each file, as a three-way merge whose base is the commit itself: what came later
    /// stays, and where it changed the same words a person decides.
    func undo(_ commit: ObjectID, _ edit: Edit) throws -> Work {
        guard let record = try snapshot.index.commit(commit) else { throw WikiError.unknownRevision(commit.hex) }
        guard record.touched <= Self.undoLimit else { throw WikiError.tooManyFiles(limit: Self.undoLimit) }
        let pages = try snapshot.index.pages(of: record.place)
        var draft = Draft(updates: [], path: pages.first?.path ?? .root)
        for page in pages {
            switch try inverse(of: page, edit) {
            case .finished(.unchanged): continue
            case .finished(let outcome): return .finished(outcome)
            case .draft(let part):
                draft.updates += part.updates
                draft.isNew = draft.isNew || part.isNew
                draft.isMerged = draft.isMerged || part.isMerged
            }
        }
        draft.updates += try inverseOfFiles(commit, edit)
        guard !draft.updates.isEmpty else { throw WikiError.nothingToUndo }
        return .draft(draft)
    }

    private func inverse(of page: CommitPage, _ edit: Edit) throws -> Work {
        if page.blob == page.old { return .finished(.unchanged(tip)) }
        let alive = try snapshot.index.page(id: page.page)
        let now = try current(file: alive?.file ?? page.file)
        let before = try page.old.map { try snapshot.repository.blob($0) }
        let after = try page.blob.map { try snapshot.repository.blob($0) }
        switch (before, after, now) {
        case (let before?, nil, nil):
            // The commit deleted it: it comes back.
            try approve(page.path, isNew: false, content: before, edit)
            let blob = try snapshot.repository.writeBlob(before)
            return .draft(Draft(updates: [.put(page.file, mode: TreeUpdate.fileMode, blob: blob)], path: page.path, isNew: true))
        case (nil, let after?, let now?):
            // The commit made it: it goes, unless somebody built on it.
            guard now.text == after else { return conflict(page.path, base: after, yours: nil, theirs: now) }
            try approve(page.path, isNew: false, content: nil, edit)
            return .draft(Draft(updates: [.remove(now.file)], path: page.path))
        case (let before?, let after?, let now?):
            return try inverse(before: before, after: after, now: now, edit)
        default:
            return .finished(.unchanged(tip))
        }
    }

    private func inverse(before: [UInt8], after: [UInt8], now: Current, _ edit: Edit) throws -> Work {
        let path = path(of: now.file)
        let merge = ThreeWayMerge(base: after, current: now.text, yours: before)
        guard let text = merge.text else { return conflict(path, base: after, yours: before, theirs: now, merge: merge) }
        if text == now.text { return .finished(.unchanged(tip)) }
        try approve(path, isNew: false, content: text, edit)
        let mode = try entry(now.file)?.mode ?? TreeUpdate.fileMode
        let blob = try snapshot.repository.writeBlob(text)
        return .draft(Draft(updates: [.put(now.file, mode: mode, blob: blob)], path: path, isMerged: now.text != after))
    }

    /// Attachments go back where they are still what the commit made of them.
    private func inverseOfFiles(_ commit: ObjectID, _ edit: Edit) throws -> [TreeUpdate] {
        let record = try snapshot.repository.commit(commit)
        let before = try record.parents.first.map { try snapshot.repository.commit($0).tree }
        return try snapshot.repository.changes(from: before, to: record.tree).compactMap { change in
            guard case .attachment(let path) = snapshot.layout.role(of: change.path), try entry(change.path) == change.new else {
                return nil
            }
            try approve(path, isPage: false, isNew: false, content: nil, edit)
            guard let old = change.old else { return .remove(change.path) }
            return .put(change.path, mode: old.mode, blob: old.id)
        }
    }
}
