package import WikiCore

/// Somebody in whose name a push brought work, and for whom nobody has confirmed it.
package struct WaitingPerson: Hashable, Sendable {
    /// The name that stands in git, and that anybody may have typed; empty where it was not taken down.
    package let name: String
    /// For whom the work counts once it is confirmed; nil where the address is nobody's.
    package let account: CreditedAccount?
    /// How many commits name the person so.
    package let commits: Int

    /// Puts the parts together.
    package init(name: String, account: CreditedAccount?, commits: Int) {
        self.name = name
        self.account = account
        self.commits = commits
    }
}

/// Those who wait in one push, as far as one word confirms them: no more than somebody looks at.
package struct WaitingPeople: Hashable, Sendable {
    /// The most that are shown, and confirmed, at once.
    package static let limit = 200

    /// Those for whom an account stands first.
    package let people: [WaitingPerson]
    /// True where others wait as well.
    package let hasMore: Bool

    /// - Parameter found: in their order; more than `limit` say that there are more.
    package init(_ found: [WaitingPerson]) {
        people = Array(found.prefix(Self.limit))
        hasMore = found.count > Self.limit
    }

    /// Stands for exactly these people: what is confirmed is what was shown.
    package var mark: String {
        let lines = people.map { "\($0.account?.id ?? 0) \($0.account?.name ?? "") \($0.name)\n" }.joined()
        return Sodium.base64URL(Array(Sodium.blake2b(Array(lines.utf8)).prefix(16)))
    }
}
