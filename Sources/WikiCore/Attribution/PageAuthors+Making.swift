import Git
import Prose

extension PageAuthors {
    /// Puts together what views need, from authors by number.
    /// - Parameter found: the page as `WikiSnapshot.authorsQuestion` found it.
    init(_ found: AuthorsQuestion, _ text: [UInt8], _ authored: AuthoredText, _ origins: OriginTable, _ index: IndexReader) throws {
        let words = authored.wordCounts
        let unique = Set(authored.runs.map(\.origin))
        let credits = try index.credits(of: Set(unique.compactMap { origins.commit($0.revision) }))
        let sources = try index.sources(Set(unique.compactMap { origins.page($0.page) }))
        let known = unique.compactMap { origin -> (origin: Origin, credit: CommitCredit)? in
            origins.commit(origin.revision).flatMap { credits[$0] }.map { (origin, $0) }
        }.sorted { ($0.credit.commit.place, $0.origin.page) < ($1.credit.commit.place, $1.origin.page) }
        var tally = PersonTally()
        for (origin, credit) in known { tally.add(words[origin] ?? 0, to: credit.people, at: credit.commit.place) }
        let total = words.values.reduce(0, +)
        let (people, places) = tally.people(of: total)
        changes = known.map { origin, credit in
            Change(
                commit: credit.commit, people: credit.people.compactMap { places[$0.key] },
                source: origins.page(origin.page).flatMap { sources[$0] }, words: words[origin] ?? 0)
        }
        let numbers = Dictionary(known.enumerated().map { ($0.element.origin, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var runs: [Run] = []
        authored.forEachRun { range, run in runs.append(Run(range: range, words: run.words, change: numbers[run.origin])) }
        (self.runs, self.people, self.words, self.text) = (runs, people, total, text)
        (page, path, title) = (found.page, found.path, found.title)
        (isOld, isAlive, revision) = (found.isOld, found.isAlive, found.revision)
    }
}
