package import Git
package import WikiCore

/// Whose account an author's address counts for: one of the wiki's own making by its number, else who proved that it is theirs;
/// and which commits wait until somebody confirms whose they are, because somebody else pushed them.
package struct CommunityCredits: CreditBook {
    private let addresses: AddressClaims
    private let pushes: Pushes

    /// Asks these.
    package init(_ members: Members) {
        addresses = members.addresses
        pushes = members.pushes
    }

    package func credit(email: String) throws -> CreditedAccount? {
        try addresses.credit(email: email).map { CreditedAccount(id: $0.id, name: $0.name, displayName: $0.displayName) }
    }

    package func isUnconfirmed(_ commit: ObjectID) throws -> Bool { try pushes.isUnconfirmed(commit) }

    package func unconfirmed(among commits: [ObjectID]) throws -> Set<ObjectID> { try pushes.unconfirmed(among: commits) }
}
