import Git
import Prose

extension EditBatch {
    /// Writes a file of settings. Nothing is merged: rules that nobody read as a whole would hold.
    func configure(_ file: GitPath, _ text: [UInt8], base: ObjectID?, _ edit: Edit) throws -> Work {
        guard file == SettingsFile.access else { throw WikiError.badName(.leadingCharacter(".")) }
        if let folder = try entry(SettingsFile.folder), folder.kind != .folder { throw WikiError.exists(SettingsFile.folder) }
        let now = try current(file: file)
        let before = try base.flatMap { try self.text(of: file, at: $0) }
        let yours = LineEnds.adapt(text, to: before?.text ?? now?.text)
        try approve(file, isPage: false, isNew: false, content: yours, edit)
        if let now, now.text == yours { return .finished(.unchanged(tip)) }
        guard before?.blob == now?.blob else { return conflict(file, base: before?.text, yours: yours, theirs: now) }
        if let objection = policy.objection(toSettings: yours, of: file) { throw objection }
        let blob = try snapshot.repository.writeBlob(yours)
        return .draft(Draft(updates: [.put(file, mode: TreeUpdate.fileMode, blob: blob)], path: file, isNew: now == nil))
    }
}
