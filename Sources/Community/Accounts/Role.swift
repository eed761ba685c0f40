/// What an account may do; each role includes the ones before it.
package enum Role: String, CaseIterable, Sendable {
    /// Reads, where reading needs an account.
    case reader
    /// Edits.
    case contributor
    /// Confirms whose work a push was, and makes tags.
    case reviewer
    /// Blocks, invites; gives no roles.
    case moderator
    /// Everything.
    case admin
}

extension Role: Comparable {
    package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
