/// Somebody's clone, in which each commit adds a line to one of the wiki's pages, and from which is pushed.
final class WorkingClone {
    private let repository: String
    private let branch: String
    private let folder: TemporaryFolder
    private let git: GitClient
    private var files: [(path: String, bytes: [UInt8])]
    private var commits = 0

    /// - Parameters:
    ///   - source: the repository to clone.
    ///   - pages: those that commits change, in turn.
    init(_ bench: Bench, of source: String, pages: [WikiContent.Page]) throws {
        let clone = bench.folder.newPath("work.git")
        let git = GitClient(folder: bench.folder)
        try git.run(["clone", "--quiet", "--bare", source, clone])
        files = try pages.map { page in
            let path = "\(page.name).md"
            return (path, try git.run(["--git-dir=\(clone)", "cat-file", "blob", "HEAD:\(path)"]).output)
        }
        branch = try FastImport.Tip(of: clone, git).branch
        repository = clone
        folder = bench.folder
        self.git = git
    }

    /// Adds so many commits.
    func commit(_ count: Int) throws {
        let history = try FastImport(folder.newPath("work.stream"), from: FastImport.Tip(of: repository, git))
        for _ in 0..<count {
            let place = commits % files.count
            commits += 1
            files[place].bytes += Array("\nLine \(commits) was added offline, to measure how long its push takes.\n".utf8)
            try history.commit([files[place]], message: "Add line \(commits)")
        }
        try history.add(to: repository, in: folder)
    }

    /// Pushes what an address lacks, and says how long that took.
    func push(to address: String, token: String) throws -> Duration {
        try git.run(["--git-dir=\(repository)", "push", "--quiet", address, "\(branch):\(branch)"], token: token).duration
    }

    /// Whether an address holds all of it.
    func isAllHeld(by address: String) throws -> Bool {
        try git.run(["ls-remote", address, branch]).text.hasPrefix(FastImport.Tip(of: repository, git).commit)
    }
}
