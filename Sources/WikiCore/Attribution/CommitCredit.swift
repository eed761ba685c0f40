import Git

/// A commit, and who shares its words: its author first, then its co-authors, each once.
struct CommitCredit {
    let commit: CommitRecord
    let people: [CreditedPerson]
}
