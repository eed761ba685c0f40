/// A long history over wide folders: all pages come with the first commit, spread over four folders, and each later
/// commit changes one of them, here and there.
enum WideWiki {
    static let folders = ["Alpha", "Beta", "Gamma", "Delta"]

    /// Makes a data folder without an index.
    static func make(_ bench: Bench, commits: Int, pages: Int) throws -> String {
        let history = try FastImport(bench.folder.newPath("wide.stream"))
        var text = SampleText(seed: 2)
        let bodies = (0..<97).map { text.page("Sample \($0)", bytes: 500) }
        func file(_ page: Int, _ version: Int) -> (path: String, text: String) {
            let name = "\(folders[page % folders.count])/Page-\(page)"
            return ("\(name).md", "# Page \(page)\n\nVersion \(version).\n\n" + bodies[(page + version) % bodies.count])
        }
        try history.commit((0..<pages).map { file($0, 0) }, message: "Begin with all pages")
        let step = 7_919
        for commit in 1..<max(2, commits) {
            try history.commit([file(commit * step % pages, commit)], message: "Change one page", author: commit % 500)
        }
        let folder = bench.folder.newPath("wide")
        try Command("mkdir", ["-m", "700", folder], in: bench.folder).run()
        try history.makeRepository("\(folder)/wiki.git", in: bench.folder)
        try File.write("site:\n  name: Wide\n", to: "\(folder)/stemma.yaml")
        return folder
    }
}
