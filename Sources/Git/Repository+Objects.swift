import CLibgit2

extension Repository {
    /// The kind of a git object.
    public enum ObjectKind: Hashable, Sendable {
        case commit, tree, blob, tag
    }

    /// The bytes of a blob.
    /// - Throws: `notFound` where there is no such object or it is no blob.
    public func blob(_ id: ObjectID) throws(GitError) -> [UInt8] {
        try withObject(id) { (kind, bytes) throws(GitError) in
            guard kind == GIT_OBJECT_BLOB else { throw Self.wrongKind(id, "blob") }
            return Array(bytes)
        }
    }

    /// Kind and size in bytes of an object, without reading it where the storage allows.
    public func header(_ id: ObjectID) throws(GitError) -> (kind: ObjectKind, size: Int) {
        var oid = id.oid
        var size = 0
        var kind = GIT_OBJECT_INVALID
        try call("git_odb_read_header") { git_odb_read_header(&size, &kind, objects, &oid) }
        switch kind {
        case GIT_OBJECT_COMMIT: return (.commit, size)
        case GIT_OBJECT_TREE: return (.tree, size)
        case GIT_OBJECT_BLOB: return (.blob, size)
        default: return (.tag, size)
        }
    }

    /// True where the object is there.
    public func contains(_ id: ObjectID) -> Bool {
        var oid = id.oid
        return git_odb_exists(objects, &oid) == 1
    }

    /// Writes a blob; not durable before `flushObjects`.
    public func writeBlob(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
        var oid = git_oid()
        try call("git_odb_write") { git_odb_write(&oid, objects, bytes, bytes.count, GIT_OBJECT_BLOB) }
        return ObjectID(oid)
    }

    /// The id that a blob of these bytes has, without writing it.
    public static func blobID(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
        _ = GitLibrary.start
        var oid = git_oid()
        try call("git_odb_hash") { git_odb_hash(&oid, bytes, bytes.count, GIT_OBJECT_BLOB) }
        return ObjectID(oid)
    }

    /// The one object whose id begins with these digits (4 to 40).
    /// - Throws: `notFound`, or `ambiguous` where several do.
    public func resolve(prefix: some StringProtocol) throws(GitError) -> ObjectID {
        let digits = Array(prefix.utf8)
        guard (4...40).contains(digits.count), digits.allSatisfy({ Hexadecimal.value(of: $0) != nil }) else {
            throw GitError(code: .invalid, function: "git_oid_fromstrn", message: "not 4 to 40 hexadecimal digits")
        }
        var short = git_oid()
        var full = git_oid()
        let text = String(prefix)
        try call("git_oid_fromstrn") { git_oid_fromstrn(&short, text, digits.count) }
        try call("git_odb_exists_prefix") { git_odb_exists_prefix(&full, objects, &short, digits.count) }
        return ObjectID(full)
    }

    /// Reads one object and lends its bytes, which go when the closure ends.
    func withObject<Result>(
        _ id: ObjectID, _ body: (git_object_t, UnsafeRawBufferPointer) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        var oid = id.oid
        var object: OpaquePointer?
        try call("git_odb_read") { git_odb_read(&object, objects, &oid) }
        guard let object else { throw GitError(code: .notFound, function: "git_odb_read", message: id.hex) }
        defer { git_odb_object_free(object) }
        let bytes = UnsafeRawBufferPointer(start: git_odb_object_data(object), count: git_odb_object_size(object))
        return try body(git_odb_object_type(object), bytes)
    }

    static func wrongKind(_ id: ObjectID, _ wanted: String) -> GitError {
        GitError(code: .notFound, function: "git_odb_read", message: "\(id.hex) is no \(wanted)")
    }
}
