import Git
import TestSupport
import Testing
import WikiCore

/// Who wrote a page that everybody edits: in *GoUsers* of the Go project's wiki over a thousand people added their company to
/// a list, and a few changed each line of it since, so that `git blame` names 13 of them.
@Suite struct CorpusAttributionTests {
    private static let page = "GoUsers"

    @Test(.enabled("the history is not beside this repository") { Corpus.golangWiki.exists })
    func overAThousandPeopleKeepTheirWords() async throws {
        let folder = try TemporaryFolder()
        let data = DataFolder(folder.path)
        let git = try Corpus.golangWiki.clone(to: data.repository)
        try await withWiki(data) { wiki in
            let authors = try await wiki.found(Self.page)
            #expect(try authors.text == git.bytes(["cat-file", "blob", "HEAD:\(Self.page).md"]))
            #expect(Set(authors.people.map(\.name)).count > 1_000)
            #expect(authors.people.allSatisfy { $0.words > 0 && !$0.name.contains("@") })
            // The words are theirs in shares that make a whole, and nobody, who moved or marked up what others wrote, has most.
            #expect(abs(authors.people.map(\.share).reduce(0, +) - 1) < 0.001)
            #expect(authors.people.allSatisfy { $0.share < 0.1 })
            #expect(authors.runs.allSatisfy { $0.change != nil })
            #expect(authors.runs.reduce(0) { $1.range.lowerBound == $0 ? $1.range.upperBound : -1 } == authors.text.count)
            #expect(authors.runs.allSatisfy { run in run.change.map { authors.changes[$0].source == nil } ?? false })
        }
    }
}
