extension GitCommand {
    /// Copies a whole history (a repository's folder, a bundle or a URL) into a new bare repository.
    /// - Parameters:
    ///   - branch: the branch that HEAD shall name; nil takes the source's own.
    ///   - directory: the folder to make.
    public static func cloneBare(from source: String, branch: String?, to directory: String) async throws {
        var arguments = ["clone", "--quiet", "--bare", "--no-local"]
        if let branch { arguments += ["--branch", branch] }
        try await GitCommand().run(arguments + ["--end-of-options", source, directory])
    }

    /// Packs everything into one pack, with a commit graph, for quick reading.
    public func pack() async throws {
        try await run(["repack", "--quiet", "-a", "-d", "--write-bitmap-index"])
        try await run(["commit-graph", "write", "--reachable"])
    }

    /// Checks every object; throws git's own words where something is broken.
    public func verify() async throws {
        try await run(["fsck", "--strict", "--no-dangling", "--no-progress"])
    }
}
