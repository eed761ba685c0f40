import Git
import TestSupport
import Testing
import WikiCore

/// Who wrote a page that everybody edits: to *GoUsers* of the Go project's wiki over a thousand people added their company, and
/// a few changed the layout of each line since, so that `git blame` names 13 of them.
@Suite struct CorpusAttributionTests {
    private static let page = "GoUsers"
    /// The wiki in the middle of 2021, six years and 1,650 revisions into that page: enough for the claim, and a third cheaper than all.
    private static let tip = "104d50d5a510b3f5d5a1b4a1542db5b2522ab97c"

    @Test(.enabled("the history is not beside this repository") { Corpus.golangWiki.exists })
    func overAThousandPeopleKeepTheirWords() async throws {
        let folder = try TemporaryFolder()
        let data = DataFolder(folder.path)
        let git = try Corpus.golangWiki.clone(to: data.repository)
        try git("update-ref", git("symbolic-ref", "HEAD"), Self.tip)
        try await withWiki(data) { wiki in
            let authors = try await wiki.found(Self.page)
            #expect(try authors.text == git.bytes(["cat-file", "blob", "HEAD:\(Self.page).md"]))
            #expect(Set(authors.people.filter { $0.words > 0 }.map(\.name)).count > 1_000)
            #expect(authors.people.allSatisfy { !$0.name.contains("@") })
            // Shares make a whole; and nobody has most words because they moved or marked up what others wrote.
            #expect(abs(authors.people.map(\.share).reduce(0, +) - 1) < 0.001)
            #expect(authors.people.allSatisfy { $0.share < 0.2 })
            #expect(authors.runs.allSatisfy { $0.change != nil })
            #expect(authors.runs.reduce(0) { $1.range.lowerBound == $0 ? $1.range.upperBound : -1 } == authors.text.count)
        }
    }
}
