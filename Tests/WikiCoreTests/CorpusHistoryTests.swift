import Git
import TestSupport
import Testing
import WikiCore

/// Two real histories, against an oracle made of nothing but git: a page's revisions are what
/// `git rev-list --full-history --no-merges HEAD -- FILE` names, and the merges whose `git diff-tree -c` lists the file.
///
/// Checked by hand in the Go wiki, by reading the commits: GoUsers and WhyGo (plain `git log` hides one to three of their
/// commits behind a merge), SettingGOPATH (renamed to Setting-GOPATH and back; 74c9682 and eb6171d, which put a note at the
/// old name meanwhile, are another page's), heapdump15 (32d990a took it on to 1.7 under another name; the page made at its
/// old name by 4be33dd is a new one).
@Suite(.serialized) struct CorpusHistoryTests {
    private struct Comparison {
        var pages = 0
        var renamed = 0
        var wrong: [String] = []
    }

    @Test(
        .enabled("the histories are not beside this repository") { Corpus.golangWiki.exists && Corpus.rustRFCs.exists },
        arguments: [Corpus.golangWiki, .rustRFCs])
    func revisionsAreTheOracles(_ corpus: Corpus) async throws {
        let folder = try TemporaryFolder()
        let data = DataFolder(folder.path)
        let git = try corpus.clone(to: data.repository)
        let oracle = try Oracle(git)
        let result = try await withWiki(data) { wiki in
            try await wiki.read { snapshot in try Self.compare(snapshot, with: oracle) }
        }
        #expect(result.pages > 150)
        #expect(result.renamed < result.pages)
        #expect(result.wrong == [])
        try await growsTheSame(data, git)
    }

    private static func compare(_ snapshot: WikiSnapshot, with oracle: Oracle) throws -> Comparison {
        var result = Comparison()
        for page in try snapshot.index.everyPage(limit: 100_000) {
            result.pages += 1
            let revisions = try snapshot.index.revisions(of: page.id, limit: 100_000)
            let have = Set(revisions.map(\.id))
            let want = oracle.commits(of: page.file)
            let former = try snapshot.index.formerPages(file: page.file).first
            if try snapshot.index.files(of: page.id).count > 1 || (former != nil && former?.id != page.id) {
                result.renamed += 1
                // Since it has its present path, it lacks nothing either; what the path saw before may be another page's.
                let since = revisions.prefix { $0.file == page.file }.last?.place ?? 0
                let missing = try want.subtracting(have).filter { try (snapshot.index.commit($0)?.place ?? 0) >= since }
                if !missing.isEmpty { result.wrong.append("\(page.file) lacks \(missing.map(\.short))") }
            } else if have != want {
                result.wrong.append("\(page.file): +\(have.subtracting(want).map(\.short)) -\(want.subtracting(have).map(\.short))")
            }
        }
        return result
    }

    /// An index that grew in steps along the branch, and went back once, is the one made at once.
    private func growsTheSame(_ data: DataFolder, _ git: RealGit) async throws {
        let branch = try git("symbolic-ref", "HEAD")
        let tip = try git("rev-parse", branch)
        let whole = try IndexDump(data.indexFile)
        IndexDump.remove(data)
        try git("update-ref", branch, git("rev-parse", "\(branch)~250"))
        try await withWiki(data) { wiki in
            for back in [120, 200, 20] {
                try git("update-ref", branch, git("rev-parse", "\(tip)~\(back)"))
                try await wiki.indexer.catchUp()
            }
            try git("update-ref", branch, tip)
            try await wiki.indexer.catchUp()
        }
        let grown = try IndexDump(data.indexFile)
        let isSame = grown == whole
        #expect(isSame, "\(grown.difference(from: whole))")
    }
}

/// What git says of every path in a history, read in two runs.
private struct Oracle {
    private var byPath: [[UInt8]: Set<ObjectID>] = [:]

    init(_ git: RealGit) throws {
        try read(
            git.bytes([
                "log", "--full-history", "--no-merges", "--no-renames", "--root", "-r", "--name-only", "-z", "--format=%x01%H", "HEAD",
            ]))
        try read(git.bytes(["log", "--merges", "-c", "--no-renames", "--name-only", "-z", "--format=%x01%H", "HEAD"]))
    }

    func commits(of file: GitPath) -> Set<ObjectID> { byPath[file.bytes] ?? [] }

    /// Records `SOH id NUL`, then paths, each ended by NUL; git puts a newline before the first.
    private mutating func read(_ output: [UInt8]) throws {
        for record in output.split(separator: 1) {
            let fields = record.split(separator: 0)
            guard let first = fields.first, let commit = ObjectID(hex: String(decoding: first.prefix(40), as: UTF8.self)) else { continue }
            for field in fields.dropFirst() {
                byPath[Array(field.drop { $0 == 10 }), default: []].insert(commit)
            }
        }
    }
}
