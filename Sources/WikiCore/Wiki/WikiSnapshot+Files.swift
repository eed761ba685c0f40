package import Git

extension WikiSnapshot {
    /// What stands at a path of the repository in this state, wherever the pages lie; nil where nothing does.
    package func entry(_ file: GitPath) throws -> TreeEntry? {
        try tip.flatMap { try repository.entry(at: file, in: repository.commit($0).tree) }
    }

    /// The bytes of a file; nil where it has more than `limit`, and then nothing is read.
    package func bytes(of blob: ObjectID, limit: Int) throws -> [UInt8]? {
        try repository.header(blob).size > limit ? nil : repository.blob(blob)
    }
}
