import Git
import Prose
import TestSupport
import Testing
import WikiCore

/// How many words keep their writer where texts go from page to page, and nobody says from which.
@Suite struct MovedWordsAccuracyTests {
    @Test func wordsOfSplitMergedAndRenamedPagesKeepTheirWriters() async throws {
        var score = AttributionScore()
        for seed: UInt64 in 1...3 {
            var wiki = try SyntheticWiki(seed: seed)
            try wiki.run(140)
            try wiki.history.setMain(try #require(wiki.commits.last))
            let (pages, commits) = (wiki.pages, wiki.commits)
            try await withWiki(wiki.history.data) { opened in
                try await opened.attribution.fill()
                for (name, page) in pages {
                    judge(page, try await opened.found(String(name.dropLast(3))), commits, &score)
                }
            }
        }
        print(score.table)
        #expect(AttributionScore.share(score.all) >= 0.97)
        for trial in [Trial.split, .joined, .renamed] {
            let result = try #require(score.trials[trial])
            #expect(result.of > 1000, "\(trial.rawValue) hardly occurs")
            #expect(AttributionScore.share(result) >= 0.95, "\(trial.rawValue): \(result)")
        }
    }

    private func judge(_ page: TruePage, _ authors: PageAuthors, _ commits: [ObjectID], _ score: inout AttributionScore) {
        let tokens = Tokens(authors.text).list.filter { $0.kind == .word }
        guard authors.text == page.text, tokens.count == page.words.count else { return score.add(false, []) }
        var runs = authors.runs[...]
        for (token, word) in zip(tokens, page.words) {
            while let run = runs.first, run.range.upperBound <= token.range.lowerBound { runs.removeFirst() }
            let commit = runs.first?.change.map { authors.changes[$0].commit.id }
            score.add(commit == commits[word.revision], word.trials)
        }
    }
}
