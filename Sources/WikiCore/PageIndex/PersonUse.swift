/// A commit's use of a spelling: as its author, or as one of its co-authors. Its number gives spellings their ids.
struct PersonUse: Hashable, Comparable {
    /// The commit's place in the order of commits.
    let commit: Int64
    /// 0 for the author, from 1 for co-authors in their order.
    let position: Int64

    /// How many positions each commit has room for: more than it may name people.
    static let width: Int64 = 32

    init(commit: Int64, position: Int64 = 0) {
        self.commit = commit
        self.position = position
    }

    /// Uses in the order of commits, each commit's author before its co-authors.
    var number: Int64 { commit * Self.width + position }

    static func < (left: PersonUse, right: PersonUse) -> Bool { left.number < right.number }
}
