import CLibgit2

/// One handle on a bare repository, for one thread at a time: make one per thread (`RepositoryPool`).
///
/// Every call blocks; none belongs on the cooperative pool.
public final class Repository {
    /// The folder of the repository: `DIR/wiki.git`.
    public let directory: String
    let handle: OpaquePointer
    let objects: OpaquePointer
    private var trees = TreeCache()

    /// Opens the bare repository in a folder, looking nowhere else.
    /// - Throws: `notFound` where there is none; the message says what is wrong with a broken one.
    public init(directory: String) throws(GitError) {
        _ = GitLibrary.start
        var handle: OpaquePointer?
        try call("git_repository_open_bare") { git_repository_open_bare(&handle, directory) }
        guard let handle else { throw GitError(code: .generic, function: "git_repository_open_bare", message: "no handle") }
        var objects: OpaquePointer?
        do {
            try call("git_repository_odb") { git_repository_odb(&objects, handle) }
        } catch {
            git_repository_free(handle)
            throw error
        }
        guard let objects else {
            git_repository_free(handle)
            throw GitError(code: .generic, function: "git_repository_odb", message: "no object database")
        }
        self.directory = directory
        self.handle = handle
        self.objects = objects
    }

    deinit {
        git_odb_free(objects)
        git_repository_free(handle)
    }

    /// Makes a new bare repository whose HEAD names `branch`.
    public static func create(directory: String, branch: String) throws(GitError) -> Repository {
        _ = GitLibrary.start
        var options = git_repository_init_options()
        try call("git_repository_init_options_init") {
            git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
        }
        options.flags = GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_MKPATH.rawValue | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
        var handle: OpaquePointer?
        let result = branch.withCString { name in
            options.initial_head = name
            return Result { () throws(GitError) in
                try call("git_repository_init_ext") { git_repository_init_ext(&handle, directory, &options) }
            }
        }
        _ = try result.get()
        git_repository_free(handle)
        return try Repository(directory: directory)
    }

    /// True where the history was cut off by a shallow clone.
    public var isShallow: Bool { git_repository_is_shallow(handle) == 1 }

    /// Lends the raw bytes of a tree.
    /// - Throws: `notFound` where there is no such object or it is no tree.
    func withTree<Result>(_ id: ObjectID, _ body: (UnsafeRawBufferPointer) throws(GitError) -> Result) throws(GitError) -> Result {
        let tree: [UInt8]
        if let known = trees[id] {
            tree = known
        } else {
            tree = try withObject(id) { (kind, bytes) throws(GitError) in
                guard kind == GIT_OBJECT_TREE else { throw Self.wrongKind(id, "tree") }
                return Array(bytes)
            }
            trees.keep(tree, id)
        }
        let outcome = tree.withUnsafeBytes { bytes in Swift.Result { () throws(GitError) in try body(bytes) } }
        return try outcome.get()
    }
}
