/// The words of people, summed up over changes.
struct PersonTally {
    private struct Entry {
        let person: CreditedPerson
        var words = 0.0
        var isUnconfirmed = false
        /// The first change, and which of its people this is: its author is the first.
        var first: (place: Int64, position: Int)
    }

    private var entries: [ContributorKey: Entry] = [:]

    /// Gives words to several people in equal parts.
    /// - Parameter place: where their change stands in the order of commits.
    mutating func add(_ words: Int, to people: [CreditedPerson], at place: Int64) {
        for (position, person) in people.enumerated() {
            var entry = entries[person.key] ?? Entry(person: person, first: (place, position))
            entry.words += Double(words) / Double(people.count)
            entry.isUnconfirmed = entry.isUnconfirmed || person.isUnconfirmed
            if (place, position) < entry.first { entry.first = (place, position) }
            entries[person.key] = entry
        }
    }

    /// The people, those with the most words first, then those who came first, an author before co-authors; and at which place each key stands.
    /// - Parameter total: of how many words.
    func people(of total: Int) -> (list: [PageAuthors.Person], places: [ContributorKey: Int]) {
        let sorted = entries.sorted { one, other in
            if one.value.words != other.value.words { return one.value.words > other.value.words }
            return one.value.first < other.value.first
        }
        let list = sorted.map { key, entry in
            PageAuthors.Person(
                name: entry.person.name, account: entry.person.account, person: entry.person.person, isUnconfirmed: entry.isUnconfirmed,
                words: entry.words, share: total == 0 ? 0 : entry.words / Double(total), key: key)
        }
        return (list, Dictionary(sorted.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first }))
    }
}
