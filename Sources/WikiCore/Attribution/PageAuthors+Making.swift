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
        authored.forEachRun { range, run in runs.append(Run(range: range, change: numbers[run.origin])) }
        (self.runs, self.people, self.words, self.text) = (runs, people, total, text)
        (page, path, title) = (found.page, found.path, found.title)
        (isOld, isAlive, revision) = (found.isOld, found.isAlive, found.revision)
    }
}

/// The words of people, summed up over changes.
struct PersonTally {
    private var entries: [String: (person: CreditedPerson, words: Double, isUnconfirmed: Bool, first: Int64)] = [:]

    /// Gives words to several people in equal parts.
    /// - Parameter place: where their change stands in the order of commits.
    mutating func add(_ words: Int, to people: [CreditedPerson], at place: Int64) {
        for person in people {
            var entry = entries[person.key] ?? (person, 0, false, place)
            entry.words += Double(words) / Double(people.count)
            entry.isUnconfirmed = entry.isUnconfirmed || person.isUnconfirmed
            entry.first = min(entry.first, place)
            entries[person.key] = entry
        }
    }

    /// The people, those with the most words first, then those who came first; and at which place each key stands.
    /// - Parameter total: of how many words.
    func people(of total: Int) -> (list: [PageAuthors.Person], places: [String: Int]) {
        let sorted = entries.sorted { one, other in
            if one.value.words != other.value.words { return one.value.words > other.value.words }
            if one.value.first != other.value.first { return one.value.first < other.value.first }
            return one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
        }
        let list = sorted.map { key, entry in
            PageAuthors.Person(
                name: entry.person.name, account: entry.person.account, person: entry.person.person, isUnconfirmed: entry.isUnconfirmed,
                words: entry.words,
                share: total == 0 ? 0 : entry.words / Double(total), key: key)
        }
        return (list, Dictionary(sorted.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first }))
    }
}
