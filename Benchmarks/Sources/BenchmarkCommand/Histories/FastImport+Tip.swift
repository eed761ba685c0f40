extension FastImport.Tip {
    /// Where the branch of a bare repository stands.
    init(of repository: String, _ git: GitClient) throws {
        let branch = String(try git.run(["--git-dir=\(repository)", "symbolic-ref", "HEAD"]).text.prefix { $0 != "\n" })
        let words = try git.run(["--git-dir=\(repository)", "log", "-1", "--format=%H %ct", branch]).text.split { $0 == " " || $0 == "\n" }
        guard words.count == 2, let time = Int(words[1]) else {
            throw BenchmarkFailure("git does not say where the branch of \(repository) stands.")
        }
        self.init(branch: branch, commit: String(words[0]), time: time)
    }
}
