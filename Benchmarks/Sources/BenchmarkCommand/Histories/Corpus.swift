/// The history that most parts measure on: that of a real wiki where it is at hand, else one of its shape.
struct Corpus {
    let name: String
    /// A bundle, to be read by `stemma init --from`.
    let bundle: String
    /// The page with the most revisions.
    let busiestPage: String
    /// What people might look for in it.
    let queries: [String]

    /// The Go project's wiki.
    static func goWiki(_ bundle: String) -> Corpus {
        Corpus(
            name: "Go wiki (\(bundle.split(separator: "/").last ?? ""))", bundle: bundle, busiestPage: "GoUsers",
            queries: ["goroutine", "modules", "http.Client", "test coverage", "\"code review\"", "windows service", "slice tricks", "gop"])
    }

    /// A wiki of its shape: 167 pages, and one of them that everybody adds a line to, 1,900 times.
    static func generated(_ bench: Bench) throws -> Corpus {
        let history = try FastImport(bench.folder.newPath("generated.stream"))
        var text = SampleText(seed: 1)
        let commits = bench.counts.generatedCommits
        let pages = (0..<166).map { "Topic-\($0)" }
        try history.commit([("Home.md", "# Home\n\n" + pages.map { "- [[\($0)]]\n" }.joined())], message: "Begin")
        var users = "# Users\n\n"
        for commit in 0..<commits {
            if commit % 9 < 2 {
                users += "- [\(text.words(2))](https://example.org/\(commit)) \(text.words(4))\n"
                try history.commit([("Users.md", users)], message: "Add a user", author: commit % 900)
            } else {
                let page = pages[commit % pages.count]
                let written = text.page(page, bytes: 1_000 + commit % 9_000)
                try history.commit([("\(page).md", written)], message: "Work on \(page)", author: commit % 700)
            }
        }
        let repository = bench.folder.newPath("generated.git")
        try history.makeRepository(repository, in: bench.folder)
        let bundle = bench.folder.newPath("generated.bundle")
        try Command("git", ["--git-dir=\(repository)", "bundle", "create", "--quiet", bundle, "HEAD", "main"], in: bench.folder).run()
        return Corpus(
            name: "generated wiki of \(Digits.grouped(commits + 1)) commits", bundle: bundle, busiestPage: "Users",
            queries: ["compiler", "merge editor", "\"release machine\"", "quer", "history commit branch"])
    }
}
