package import Git
package import WikiCore

/// Whose account an author's address counts for: one of the wiki's own making by its number, else who proved that it is theirs;
/// and who waits in which commits until somebody confirms whose they are, because somebody else pushed them.
package struct CommunityCredits: CreditBook {
    private let accounts: Accounts
    private let addresses: AddressClaims
    private let pushes: Pushes

    /// Asks these.
    package init(_ members: Members) {
        accounts = members.accounts
        addresses = members.addresses
        pushes = members.pushes
    }

    package func credit(email: String) throws -> CreditedAccount? {
        try addresses.credit(email: email).map { CreditedAccount(id: $0.id, name: $0.name, displayName: $0.displayName) }
    }

    package func unconfirmed(among commits: [ObjectID]) throws -> Set<ObjectID> { try pushes.unconfirmed(among: commits) }

    package func isUnconfirmed(email: String, in commit: ObjectID) throws -> Bool {
        try pushes.isUnconfirmed(email: email, in: commit)
    }

    package func isAccountName(_ key: String) throws -> Bool { try accounts.isTakenBlocking(key: key) }
}
