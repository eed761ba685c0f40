import CLibgit2

/// The objects of one folder alone: what a push brought, before anybody has accepted it. For one thread at a time.
public final class Quarantine {
    /// What is in it.
    public struct Contents: Hashable, Sendable {
        /// How many objects there are; one more than the bound where there are more.
        public var objects = 0
        /// What they come to when unpacked, in bytes, at most about the bound that was asked for.
        public var bytes = 0
        /// The largest object of each kind, with its size in bytes.
        public var largest: [Repository.ObjectKind: LargestObject] = [:]
    }

    /// The largest object of a kind.
    public struct LargestObject: Hashable, Sendable {
        /// The object.
        public let id: ObjectID
        /// Its size in bytes, unpacked.
        public let size: Int
    }

    private let objects: OpaquePointer

    /// Opens the folder, which `git receive-pack` names in `GIT_QUARANTINE_PATH`; nil where a push brings nothing.
    public init(folder: String?) throws(GitError) {
        _ = GitLibrary.start
        var objects: OpaquePointer?
        try call("git_odb_new") { git_odb_new(&objects) }
        guard let objects else { throw GitError(code: .generic, function: "git_odb_new", message: "no object database") }
        self.objects = objects
        guard let folder else { return }
        try call("git_odb_add_disk_alternate") { git_odb_add_disk_alternate(objects, folder) }
    }

    deinit {
        git_odb_free(objects)
    }

    /// True where the push brought this object. No file system is asked a second time for what is not there.
    public func contains(_ id: ObjectID) -> Bool {
        var oid = id.oid
        return git_odb_exists_ext(objects, &oid, GIT_ODB_LOOKUP_NO_REFRESH.rawValue) == 1
    }

    /// Counts and measures without unpacking any object, and stops as soon as a bound is passed.
    public func contents(objectLimit: Int, byteLimit: Int) throws(GitError) -> Contents {
        let ids = try ids(limit: objectLimit + 1)
        var contents = Contents(objects: ids.count)
        guard ids.count <= objectLimit else { return contents }
        for id in ids {
            let (kind, size) = try header(id)
            contents.bytes += size
            if size > contents.largest[kind]?.size ?? -1 { contents.largest[kind] = LargestObject(id: id, size: size) }
            if contents.bytes > byteLimit { break }
        }
        return contents
    }

    private struct Listing {
        var ids: [ObjectID] = []
        let limit: Int
    }

    private func ids(limit: Int) throws(GitError) -> [ObjectID] {
        var listing = Listing(limit: limit)
        let outcome = withUnsafeMutablePointer(to: &listing) { pointer in
            Result { () throws(GitError) in
                try call("git_odb_foreach") {
                    git_odb_foreach(
                        objects,
                        { id, payload in
                            guard let id, let listing = payload?.assumingMemoryBound(to: Listing.self) else { return 0 }
                            guard listing.pointee.ids.count < listing.pointee.limit else { return 1 }
                            listing.pointee.ids.append(ObjectID(id))
                            return 0
                        }, pointer)
                }
            }
        }
        _ = try outcome.get()
        return listing.ids
    }

    private func header(_ id: ObjectID) throws(GitError) -> (kind: Repository.ObjectKind, size: Int) {
        var oid = id.oid
        var size = 0
        var kind = GIT_OBJECT_INVALID
        try call("git_odb_read_header") { git_odb_read_header(&size, &kind, objects, &oid) }
        return (Repository.ObjectKind(kind), size)
    }
}

extension Repository.ObjectKind {
    init(_ kind: git_object_t) {
        switch kind {
        case GIT_OBJECT_COMMIT: self = .commit
        case GIT_OBJECT_TREE: self = .tree
        case GIT_OBJECT_BLOB: self = .blob
        default: self = .tag
        }
    }
}
