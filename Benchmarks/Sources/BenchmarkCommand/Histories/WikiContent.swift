/// What plain git says about a wiki's repository: which pages there are, and which revisions they have.
struct WikiContent {
    /// A page at the tip.
    struct Page {
        /// Its path without the extension.
        let name: String
        /// The size of its Markdown, in bytes.
        let size: Int
    }

    /// A commit that changed a page.
    struct Revision {
        let id: String
        let page: String
    }

    /// By name.
    let pages: [Page]
    let repository: String
    let folder: TemporaryFolder

    init(_ bench: Bench, wiki: String) throws {
        repository = "\(wiki)/wiki.git"
        folder = bench.folder
        let listing = try Command("git", ["--git-dir=\(repository)", "ls-tree", "-r", "-l", "-z", "HEAD"], in: folder).run().text
        pages = listing.split(separator: "\0").compactMap { line in
            let parts = line.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2, let size = parts[0].split(separator: " ").last.flatMap({ Int($0) }) else { return nil }
            return Self.pageName(parts[1]).map { Page(name: $0, size: size) }
        }
        guard !pages.isEmpty else { throw BenchmarkFailure("The wiki that is measured has no pages.") }
    }

    /// As many pages as asked for, of the sizes nearest to the given one.
    func pages(_ count: Int, near size: Int) -> [Page] {
        Array(pages.sorted { (abs($0.size - size), $0.name) < (abs($1.size - size), $1.name) }.prefix(count))
    }

    /// The commits that changed a page which is still there, newest first.
    func revisions() throws -> [Revision] {
        let living = Set(pages.map(\.name))
        let log = try Command(
            "git",
            [
                "--git-dir=\(repository)", "-c", "core.quotePath=false", "log", "--no-merges", "--no-renames", "--diff-filter=AM",
                "--format=commit %H", "--name-only",
            ],
            in: folder
        ).run().text
        var id = ""
        var found: [Revision] = []
        for line in log.split(separator: "\n") {
            if line.hasPrefix("commit ") {
                id = String(line.dropFirst("commit ".count))
            } else if let page = Self.pageName(line), living.contains(page) {
                found.append(Revision(id: id, page: page))
            }
        }
        return found
    }

    /// The page that a file is; nil where it is none.
    static func pageName(_ path: some StringProtocol) -> String? {
        let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("_") }
        return path.hasSuffix(".md") && !isHidden ? String(path.dropLast(".md".count)) : nil
    }
}
