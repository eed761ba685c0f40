import WikiCore

/// Counts the people whom the commits of a push name: each is a row that somebody may have to look at.
struct PeopleBound {
    private var seen: Set<[UInt8]> = []

    /// Takes the people of one commit; false where there are more than the limit now.
    mutating func takes(_ people: [CommitPerson], limit: Int) -> Bool {
        for person in people { seen.insert(Array(person.name.utf8) + [0] + Array(person.email.utf8)) }
        return seen.count <= limit
    }
}
