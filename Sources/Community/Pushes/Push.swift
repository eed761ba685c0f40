package import Git

/// A push that was let in.
package struct Push: Hashable, Sendable {
    /// Its number.
    package let id: Int64
    /// The number of the account that pushed; nil where nobody was known.
    package let account: Int64?
    /// Who pushed, as it is shown.
    package let name: String
    /// The account's name, for a link; nil where there is none any more.
    package let accountName: String?
    /// When, in seconds since 1970.
    package let time: Int64
    /// From which network address; nil once it was dropped.
    package let address: String?
    /// What the branch was before; nil where it was not born.
    package let old: ObjectID?
    /// What it was after.
    package let new: ObjectID
    /// How many commits came.
    package let commits: Int
    /// How many of the people whom these name, by name and address, wait for somebody to confirm them.
    package let unconfirmed: Int
}
