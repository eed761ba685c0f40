import Glibc

extension Branch {
    /// Makes durable where the reference stands, after another program moved it: git flushes the reference's own file and
    /// not the folders that name it, so a power cut could take the move back.
    /// - Throws: where the disk refused; then nobody may be told that it moved.
    public func flush() throws(GitError) {
        let path = "\(directory)/\(name)"
        do throws(GitError) {
            try flushFile(path)
        } catch {
            guard error.code == .notFound else { throw error }
            try flushFile("\(directory)/packed-refs")
            return try flushFolder(directory)
        }
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/"), folder.count > directory.count {
            folder = folder[..<slash]
            try flushFolder(String(folder))
        }
    }
}

/// Makes the bytes of a file durable.
private func flushFile(_ path: String) throws(GitError) {
    let descriptor = try system("open", path) { open(path, O_RDONLY | O_CLOEXEC) }
    defer { close(descriptor) }
    try system("fsync", path) { fsync(descriptor) }
}
