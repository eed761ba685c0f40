import CLibgit2

extension Repository {
    /// Opens the repository so that it also sees the objects that `git receive-pack` keeps apart until a push is accepted.
    /// Such a handle is for that push alone, and goes with it.
    /// - Parameter quarantine: the folder that git calls `GIT_QUARANTINE_PATH`.
    public convenience init(directory: String, quarantine: String) throws(GitError) {
        try self.init(directory: directory)
        try call("git_odb_add_disk_alternate") { git_odb_add_disk_alternate(objects, quarantine) }
    }

    /// The commit that an object stands for: itself, or the end of a chain of tags; nil where it stands for none.
    /// - Throws: `notFound` where an object of the chain is missing.
    public func taggedCommit(_ id: ObjectID) throws(GitError) -> ObjectID? {
        var current = id
        for _ in 0..<Self.longestTagChain {
            let next = try withObject(current) { (kind, bytes) throws(GitError) -> TagTarget in
                switch kind {
                case GIT_OBJECT_COMMIT: .commit
                case GIT_OBJECT_TAG: Self.target(ofTag: bytes).map { .object($0) } ?? .nothing
                default: .nothing
                }
            }
            switch next {
            case .commit: return current
            case .object(let target): current = target
            case .nothing: return nil
            }
        }
        return nil
    }

    private enum TagTarget {
        case commit
        case object(ObjectID)
        case nothing
    }

    /// A tag of a tag of a tag is already rare.
    private static let longestTagChain = 8

    /// The id on a tag's first line, `object ID`.
    private static func target(ofTag bytes: UnsafeRawBufferPointer) -> ObjectID? {
        let prefix = Array("object ".utf8)
        guard bytes.starts(with: prefix) else { return nil }
        return ObjectID(hex: String(decoding: bytes.dropFirst(prefix.count).prefix(2 * ObjectID.byteCount), as: UTF8.self))
    }
}
