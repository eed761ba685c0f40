package import Git

/// Says whose account an author's address counts for. Accounts implement it; it is asked while the index is written, on the
/// indexer's own thread, once for each spelling and commit that an update touches.
package protocol CreditBook: Sendable {
    /// The account that an author's address counts for; nil where it is nobody's. Blocking.
    func credit(email: String) throws -> CreditedAccount?

    /// Those of some commits in which somebody's credit waits for a word. Blocking.
    func unconfirmed(among commits: [ObjectID]) throws -> Set<ObjectID>

    /// True for somebody whom a commit names, as its author or beside one, and whose credit nobody has confirmed: for this commit
    /// the address joins no account. Blocking; asked about the commits of `unconfirmed(among:)` alone.
    func isUnconfirmed(email: String, in commit: ObjectID) throws -> Bool

    /// True where an account that is there, or was, has a name that an address of the site could be taken for, whether it edited or
    /// not. Blocking.
    /// - Parameter key: the key of a name, as ``PersonName`` makes it.
    func isAccountName(_ key: String) throws -> Bool
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
