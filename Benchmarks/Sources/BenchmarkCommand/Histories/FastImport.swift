import Glibc

/// A history that is written down for `git fast-import`, one commit after another on one branch.
final class FastImport {
    /// What a history goes on from.
    struct Tip {
        let branch: String
        let commit: String
        /// In seconds since 1970.
        let time: Int
    }

    private let path: String
    private let writer: FileWriter
    private var commits = 0

    private let tip: Tip?

    /// - Parameters:
    ///   - path: the file to keep it in until it is imported.
    ///   - tip: where it goes on; nil where it begins anew.
    init(_ path: String, from tip: Tip? = nil) throws {
        self.path = path
        self.tip = tip
        writer = try FileWriter(path)
    }

    /// Adds a commit that writes these files.
    func commit(_ files: [(path: String, text: String)], message: String, author: Int = 0) throws {
        try commit(files.map { (path: $0.path, bytes: Array($0.text.utf8)) }, message: message, author: author)
    }

    /// Adds a commit that writes these files.
    func commit(_ files: [(path: String, bytes: [UInt8])], message: String, author: Int = 0) throws {
        commits += 1
        let person = "Author \(author) <author\(author)@example.org> \((tip?.time ?? 1_500_000_000) + commits * 600) +0000"
        let branch = tip?.branch ?? "refs/heads/main"
        try writer.append("commit \(branch)\nauthor \(person)\ncommitter \(person)\ndata \(message.utf8.count)\n\(message)\n".utf8)
        if let tip, commits == 1 { try writer.append("from \(tip.commit)\n".utf8) }
        for file in files {
            try writer.append("M 100644 inline \(file.path)\ndata \(file.bytes.count)\n".utf8)
            try writer.append(file.bytes)
            try writer.append("\n".utf8)
        }
        try writer.append("\n".utf8)
    }

    /// Makes a bare repository of it.
    func makeRepository(_ repository: String, in folder: TemporaryFolder) throws {
        try Command("git", ["init", "--quiet", "--bare", "--initial-branch=main", repository], in: folder).run()
        try add(to: repository, in: folder)
        try Command("git", ["--git-dir=\(repository)", "commit-graph", "write", "--reachable"], in: folder).run()
    }

    /// Adds it to a repository that holds what it goes on from.
    func add(to repository: String, in folder: TemporaryFolder) throws {
        try writer.finish()
        try Command("git", ["--git-dir=\(repository)", "fast-import", "--quiet"], in: folder).run(input: path)
        unlink(path)
    }
}
