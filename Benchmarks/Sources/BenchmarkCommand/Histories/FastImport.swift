import Glibc

/// A history that is written down for `git fast-import`, one commit after another on one branch.
final class FastImport {
    private let path: String
    private let writer: FileWriter
    private var commits = 0

    /// - Parameter path: the file to keep it in until it is imported.
    init(_ path: String) throws {
        self.path = path
        writer = try FileWriter(path)
    }

    /// Adds a commit that writes these files.
    func commit(_ files: [(path: String, text: String)], message: String, author: Int = 0) throws {
        commits += 1
        let person = "Author \(author) <author\(author)@example.org> \(1_500_000_000 + commits * 600) +0000"
        try writer.append("commit refs/heads/main\nauthor \(person)\ncommitter \(person)\ndata \(message.utf8.count)\n\(message)\n".utf8)
        for file in files {
            try writer.append("M 100644 inline \(file.path)\ndata \(file.text.utf8.count)\n\(file.text)\n".utf8)
        }
        try writer.append("\n".utf8)
    }

    /// Makes a bare repository of it.
    func makeRepository(_ repository: String, in folder: TemporaryFolder) throws {
        try writer.finish()
        try Command("git", ["init", "--quiet", "--bare", "--initial-branch=main", repository], in: folder).run()
        try Command("git", ["--git-dir=\(repository)", "fast-import", "--quiet"], in: folder).run(input: path)
        try Command("git", ["--git-dir=\(repository)", "commit-graph", "write", "--reachable"], in: folder).run()
        unlink(path)
    }
}
