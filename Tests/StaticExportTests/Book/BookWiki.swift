import Git
import Logging
import Markup
import Presentation
import StaticExport
import TestSupport
import Testing
import WikiCore
import Wording

/// A wiki that a test makes books of.
struct BookWiki: Sendable {
    let wiki: Wiki
    let theme: Theme
    let shelf: PhrasebookShelf

    private static let root = String(#filePath.dropLast("/Tests/StaticExportTests/Book/BookWiki.swift".utf8.count))

    /// Commits files, each list by its author, opens the wiki and lends it.
    static func with<Value>(_ commits: [(author: String, files: [String: String])], _ body: (BookWiki) async throws -> Value) async throws
        -> Value
    {
        let folder = try TemporaryFolder()
        let git = try RealGit.create("\(folder.path)/wiki.git")
        for (number, commit) in commits.enumerated() {
            var stream = "commit refs/heads/main\nmark :\(number + 1)\n"
            stream += "author \(commit.author) <\(commit.author.lowercased())@example.org> \(1_700_000_000 + number * 60) +0000\n"
            stream += "committer x <x@example.org> \(1_700_000_000 + number * 60) +0000\ndata 1\nx\n"
            if number > 0 { stream += "from :\(number)\n" }
            for (path, text) in commit.files.sorted(by: { $0.key < $1.key }) {
                stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
            }
            let marks = "\(folder.path)/marks"
            try git("fast-import", "--quiet", "--import-marks-if-exists=\(marks)", "--export-marks=\(marks)", input: stream)
        }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let program = try #require(BuiltProgram.path, "build the stemma executable first: tests start it as a worker")
        var configuration = Configuration()
        configuration.site.name = "Kitchen"
        let wiki = try Wiki(
            folder: DataFolder(folder.path), configuration: configuration,
            worker: MarkupPoolConfiguration(executable: program, workers: 1, timeLimit: .seconds(30)), logger: logger
        ) { 1_700_000_000 }
        let book = BookWiki(
            wiki: wiki, theme: try Theme(folder: "\(root)/Themes/stemma"), shelf: try PhrasebookShelf(folder: "\(root)/Themes/locales"))
        do {
            try await wiki.indexer.catchUp()
            let value = try await body(book)
            await wiki.close()
            return value
        } catch {
            await wiki.close()
            throw error
        }
    }

    /// The plan of a book.
    func plan(_ source: BookSource = .onlyBook) async throws -> BookPlan { try await wiki.read { try BookPlan(source, in: $0) } }

    /// A book, with what is known of its authors.
    func made(_ format: BookPackaging = .html, _ source: BookSource = .onlyBook, origin: String? = nil) async throws -> MadeBook {
        let (theme, shelf) = (theme, shelf)
        return try await wiki.read { snapshot in
            let plan = try BookPlan(source, in: snapshot)
            let urls = SiteURL(origin: origin)
            return try BookExport(plan, snapshot: snapshot, urls: urls, theme: theme, shelf: shelf).make(format)
        }
    }

    /// A book in one file of HTML, as text.
    func html(_ source: BookSource = .onlyBook, origin: String? = nil) async throws -> String {
        String(decoding: try await made(.html, source, origin: origin).bytes, as: UTF8.self)
    }
}
