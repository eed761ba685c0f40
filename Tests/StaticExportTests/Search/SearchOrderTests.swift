import Git
import Logging
import Markup
import TestSupport
import Testing
import WikiCore

@testable import StaticExport

/// A real wiki is found in the order in which the server finds it.
@Suite struct SearchOrderTests {
    private static let queries = [
        "mutex", "slice tricks", "go", "the", "concurrency", "getting sta", "windows", "error handling", "code review comments", "conc",
        "http client request", "modules", "test", "interface", "cgo linker", "vendor dep", "module pro", "channel", "japanese", "IDEs",
    ]

    @Test(.enabled("the Go wiki is not beside this repository") { Corpus.golangWiki.exists })
    func theOrderIsTheServers() async throws {
        let folder = try TemporaryFolder()
        let data = DataFolder(folder.path)
        _ = try Corpus.golangWiki.clone(to: data.repository)
        let worker = MarkupPoolConfiguration(executable: try #require(BuiltProgram.path), workers: 1, timeLimit: .seconds(30))
        let wiki = try Wiki(folder: data, configuration: Configuration(), worker: worker, logger: Logger(label: "test")) { 1_700_000_000 }
        try await wiki.indexer.catchUp()
        let found = try await wiki.read { snapshot in
            try Self.queries.map { try snapshot.index.search(SearchQuery($0), limit: 1_000).map { Int($0.page.id) } }
        }
        let documents = try await wiki.read { try Self.documents($0.index) }
        await wiki.close()
        #expect(documents.count > 100)
        let layout = SearchLayout(folder: "-/search")
        let reader = SearchReader(SearchDisk(documents, layout: layout))
        for (query, numbers) in zip(Self.queries, found) {
            let scores = reader.scores(query)
            #expect(Set(numbers) == Set(scores.keys), "\(query)")
            // SQLite takes a few signs that came into Unicode after it for words, which moves a page's weight by a trifle.
            let own = numbers.map { scores[$0] ?? 0 }
            #expect(zip(own, own.dropFirst()).allSatisfy { $0 >= $1 * 0.997 }, "\(query): \(own)")
        }
    }

    private static func documents(_ index: IndexReader) throws -> [SearchDocument] {
        try index.everyPage(limit: 10_000).filter { $0.redirect == nil && !$0.isPart }.compactMap { page in
            guard let text = try index.document(page.blob) else { return nil }
            var document = SearchDocument(number: Int(page.id), path: page.path, title: page.title, address: "\(page.id).html")
            document.headings = text.headings.map(\.text)
            document.tags = text.frontMatter.tags
            document.body = text.plainText
            return document
        }
    }
}
