/// Somebody to whom a commit's words are credited. The key tells people apart and never leaves the module: it holds addresses.
struct CreditedPerson: Hashable {
    let key: String
    let name: String
    let account: String?
    let person: String?
    let isUnconfirmed: Bool
}
