import Git

/// Somebody to whom a commit's words are credited. The key tells people apart and never leaves the module: it holds addresses.
struct CreditedPerson: Hashable {
    let key: String
    let name: String
    let account: String?
    let person: String?
    let isUnconfirmed: Bool
}

/// A commit, and who shares its words: its author first, then its co-authors, each once.
struct CommitCredit {
    let commit: CommitRecord
    let people: [CreditedPerson]
}
