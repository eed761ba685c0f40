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
                words: entry.words, share: total == 0 ? 0 : entry.words / Double(total), key: key)
        }
        return (list, Dictionary(sorted.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first }))
    }
}
