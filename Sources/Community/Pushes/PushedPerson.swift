import WikiCore

/// A spelling of somebody whom commits of one push name.
struct PushedPerson {
    /// The address, folded.
    let key: AddressKey
    /// The name, cut.
    let name: String
    /// How many commits name it.
    let commits: Int

    /// The most bytes of a name that are kept.
    private static let nameLimit = 300

    /// Two that are the same byte for byte.
    private struct Spelling: Hashable {
        let key: [UInt8]
        let name: [UInt8]
    }

    /// Everybody whom some commits name, each spelling once, in the order in which they come. Linear.
    static func all(in commits: [PushedCommit]) -> [PushedPerson] {
        var counts: [Spelling: Int] = [:]
        var found: [(spelling: Spelling, key: AddressKey, name: String)] = []
        for commit in commits {
            for person in commit.people {
                let (key, name) = (AddressKey(person.email), PlainText.cut(person.name, limit: nameLimit))
                let spelling = Spelling(key: Array(key.text.utf8), name: Array(name.utf8))
                if counts[spelling] == nil { found.append((spelling, key, name)) }
                counts[spelling, default: 0] += 1
            }
        }
        return found.map { PushedPerson(key: $0.key, name: $0.name, commits: counts[$0.spelling] ?? 0) }
    }
}
