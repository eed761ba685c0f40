import Git
import Prose

extension EditBatch {
    func save(_ path: GitPath, _ text: [UInt8], base: ObjectID?, _ edit: Edit) throws -> Work {
        // First of all: what is too large is not merged either, not even into a conflict.
        let limit = snapshot.configuration.limits.page
        if LineEnds.plainCount(text) > limit { throw WikiError.tooLarge(limit: limit) }
        guard let now = try current(path: path, base: base) else {
            if let base { return try saveDeleted(path, text, base: base, edit) }
            return try create(path, text, edit)
        }
        guard let base else {
            let yours = LineEnds.adapt(text, to: now.text)
            if yours == now.text { return .finished(.unchanged(tip)) }
            return conflict(path, base: nil, yours: yours, theirs: now)
        }
        let before = try self.text(of: now.file, at: base)
        let yours = LineEnds.adapt(text, to: before?.text ?? now.text)
        try approve(self.path(of: now.file), isNew: false, content: yours, edit)
        return try merge(now, base: before?.text ?? [], baseBlob: before?.blob, yours: yours, edit)
    }

    /// Brings a wanted text together with the one that stands: takes it where nothing else changed, else merges.
    private func merge(_ now: Current, base: [UInt8], baseBlob: ObjectID?, yours: [UInt8], _ edit: Edit) throws -> Work {
        let path = self.path(of: now.file)
        if yours == now.text { return .finished(.unchanged(tip)) }
        var draft = Draft(updates: [], path: path)
        var result = yours
        if now.blob != baseBlob {
            let merge = ThreeWayMerge(base: base, current: now.text, yours: yours)
            guard let merged = merge.text else { return conflict(path, base: base, yours: yours, theirs: now, merge: merge) }
            if merged == now.text { return .finished(.unchanged(tip)) }
            try approve(path, isNew: false, content: merged, edit)
            result = merged
            draft.isMerged = true
            draft.keptBoth = merge.keptBoth
        }
        let mode = try entry(now.file)?.mode ?? TreeUpdate.fileMode
        draft.updates = [.put(now.file, mode: mode, blob: try snapshot.repository.writeBlob(result))]
        return .draft(draft)
    }

    private func create(_ path: GitPath, _ text: [UInt8], _ edit: Edit) throws -> Work {
        let content = LineEnds.adapt(text, to: nil)
        try approve(path, isNew: true, content: content, edit)
        let file = snapshot.layout.newFile(for: path)
        switch snapshot.layout.role(of: file) {
        case .page, .part: break
        case .attachment, .outside, .hidden: throw WikiError.badName(.leadingCharacter("_"))
        }
        if try entry(file) != nil { throw WikiError.exists(path) }
        let blob = try snapshot.repository.writeBlob(content)
        return .draft(Draft(updates: [.put(file, mode: TreeUpdate.fileMode, blob: blob)], path: path, isNew: true))
    }

    /// The page went while somebody wrote: a person decides whether it shall be again.
    private func saveDeleted(_ path: GitPath, _ text: [UInt8], base: ObjectID, _ edit: Edit) throws -> Work {
        let before = try self.text(of: snapshot.layout.newFile(for: path), at: base)
        return conflict(path, base: before?.text, yours: LineEnds.adapt(text, to: before?.text), theirs: nil)
    }

    func delete(_ path: GitPath, base: ObjectID?, _ edit: Edit) throws -> Work {
        guard let now = try current(path: path, base: base) else { throw WikiError.notFound }
        try approve(self.path(of: now.file), isNew: false, content: nil, edit)
        if let base {
            let before = try text(of: now.file, at: base)
            guard before?.blob == now.blob else { return conflict(self.path(of: now.file), base: before?.text, yours: nil, theirs: now) }
        }
        return .draft(Draft(updates: [.remove(now.file)], path: self.path(of: now.file)))
    }

    func restore(_ path: GitPath, _ revision: ObjectID, base: ObjectID?, _ edit: Edit) throws -> Work {
        guard try snapshot.index.commit(revision) != nil else { throw WikiError.unknownRevision(revision.hex) }
        if let now = try current(path: path, base: base ?? revision) {
            guard let old = try text(of: now.file, at: revision) else { throw WikiError.notFound }
            if let base {
                let before = try text(of: now.file, at: base)
                guard before?.blob == now.blob else {
                    return conflict(self.path(of: now.file), base: before?.text, yours: old.text, theirs: now)
                }
            }
            return try put(old.text, over: now, edit)
        }
        guard let gone = try snapshot.index.deletedPage(path: path) else { throw WikiError.notFound }
        guard let file = try snapshot.file(of: gone.id, at: revision), let old = try snapshot.text(file, at: revision) else {
            throw WikiError.notFound
        }
        // It stood there when the person looked: it was deleted since.
        if let base, let before = try text(of: gone.file, at: base) {
            return conflict(path, base: before.text, yours: old.text, theirs: nil)
        }
        try approve(path, isNew: false, content: old.text, edit)
        if try entry(gone.file) != nil { throw WikiError.exists(path) }
        return .draft(Draft(updates: [.put(gone.file, mode: TreeUpdate.fileMode, blob: old.blob)], path: path, isNew: true))
    }

    private func put(_ text: [UInt8], over now: Current, _ edit: Edit) throws -> Work {
        try approve(path(of: now.file), isNew: false, content: text, edit)
        return try merge(now, base: now.text, baseBlob: now.blob, yours: text, edit)
    }

    func attach(_ path: GitPath, _ bytes: [UInt8], replaces: Bool, _ edit: Edit) throws -> Work {
        let file = snapshot.layout.file(path)
        guard case .attachment = snapshot.layout.role(of: file) else { throw WikiError.badName(.reservedEnding) }
        let now = try entry(file)
        if let now, !replaces || now.kind != .file { throw WikiError.exists(path) }
        try approve(path, isPage: false, isNew: now == nil, content: bytes, edit)
        let blob = try snapshot.repository.writeBlob(bytes)
        return .draft(Draft(updates: [.put(file, mode: TreeUpdate.fileMode, blob: blob)], path: path, isNew: now == nil))
    }
}
