/// How much of its owner's rights an access token carries.
package enum TokenScope: String, CaseIterable, Sendable {
    /// Reading.
    case read
    /// Reading, editing and reviewing.
    case write
    /// Everything that its owner may do.
    case admin
}

extension TokenScope: Comparable {
    package static func < (left: TokenScope, right: TokenScope) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
