package import Git

/// Says whose account an author's address counts for. Accounts implement it; it is asked while the index is written, on the
/// indexer's own thread, once for each spelling and commit that an update touches.
package protocol CreditBook: Sendable {
    /// The account that an author's address counts for; nil where it is nobody's. Blocking.
    func credit(email: String) throws -> CreditedAccount?

    /// True for a commit whose author's credit nobody has confirmed yet: it joins no account. Blocking.
    func isUnconfirmed(_ commit: ObjectID) throws -> Bool

    /// Those of some commits that are unconfirmed. Blocking; a book that can look them up together is quicker.
    func unconfirmed(among commits: [ObjectID]) throws -> Set<ObjectID>
}

extension CreditBook {
    /// Asks for each by itself.
    package func unconfirmed(among commits: [ObjectID]) throws -> Set<ObjectID> {
        try Set(commits.filter { try isUnconfirmed($0) })
    }
}

/// An account as the index names it.
package struct CreditedAccount: Hashable, Sendable {
    /// Its lasting number.
    package let id: Int64
    /// The name under which it logs in, which addresses of the site contain.
    package let name: String
    /// The name that is shown.
    package let displayName: String

    /// Puts an account together.
    package init(id: Int64, name: String, displayName: String) {
        self.id = id
        self.name = name
        self.displayName = displayName
    }
}
