/// Somebody to whom a commit's words are credited.
struct CreditedPerson: Hashable {
    let key: ContributorKey
    let name: String
    let account: String?
    let person: String?
    let isUnconfirmed: Bool
}
