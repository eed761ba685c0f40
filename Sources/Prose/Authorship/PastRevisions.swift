/// The passages that each revision of a page consisted of, kept as differences.
///
/// A revision is a change of an earlier one, or stands for itself where the changes that lead to it would be as long as the
/// page: so all take space like the changes, and reading one costs about as much as the page is long.
struct PastRevisions {
    /// Passages that gave way to others at one place of the base.
    struct Change: Equatable {
        let start: Int
        let removed: Int
        let added: [UInt32]
    }

    struct Revision: Equatable {
        let fingerprint: UInt64
        /// The revision that was changed; nil where the only change is all of it.
        let base: UInt32?
        /// Ascending, by places of the base.
        let changes: [Change]
    }

    private(set) var list: [Revision] = []
    // What each costs to read: revisions to go through, and passages in them.
    private var steps: [Int] = []
    private var costs: [Int] = []
    private var table = NumberTable()

    /// The longest chain of changes.
    private static let mostSteps = 256

    var count: Int { list.count }

    /// `NumberTable.none` for a text that the page never had.
    func find(_ fingerprint: TextFingerprint) -> UInt32 { table[fingerprint.value] }

    /// - Parameters:
    ///   - base: an earlier revision with its passages.
    ///   - places: for each of the new passages where the same stands in the base; -1 for none. Ascending.
    mutating func add(_ fingerprint: TextFingerprint, _ passages: [UInt32], base: (revision: UInt32, list: [UInt32])?, places: [Int]) {
        var revision = Revision(
            fingerprint: fingerprint.value, base: nil,
            changes: passages.isEmpty ? [] : [Change(start: 0, removed: 0, added: passages)])
        if let base {
            let changes = PastRevisions.changes(from: base.list, to: passages, places)
            let cost = costs[Int(base.revision)] + changes.reduce(2) { $0 + 2 + $1.added.count }
            if cost <= passages.count + 16, steps[Int(base.revision)] < PastRevisions.mostSteps {
                revision = Revision(fingerprint: fingerprint.value, base: base.revision, changes: changes)
            }
        }
        append(revision)
    }

    /// False where too many changes lead to it.
    @discardableResult mutating func append(_ revision: Revision) -> Bool {
        let base = revision.base.map(Int.init)
        if let base, steps[base] >= PastRevisions.mostSteps { return false }
        steps.append(base.map { steps[$0] + 1 } ?? 0)
        costs.append(base.map { costs[$0] + revision.changes.reduce(2) { $0 + 2 + $1.added.count } } ?? 0)
        table[revision.fingerprint] = UInt32(truncatingIfNeeded: list.count)
        list.append(revision)
        return true
    }

    /// The passages of a revision.
    func passages(_ revision: UInt32) -> [UInt32] {
        var chain: [Int] = []
        var next: UInt32? = revision
        while let index = next.map(Int.init), index < list.count, chain.count <= PastRevisions.mostSteps + 1 {
            chain.append(index)
            next = list[index].base
        }
        return chain.reversed().reduce(into: []) { passages, index in
            for change in list[index].changes.reversed() {
                let start = min(change.start, passages.count)
                passages.replaceSubrange(start..<min(start + change.removed, passages.count), with: change.added)
            }
        }
    }

    private static func changes(from base: [UInt32], to passages: [UInt32], _ places: [Int]) -> [Change] {
        var changes: [Change] = []
        var (old, new) = (0, 0)
        while old < base.count || new < passages.count {
            let start = new
            while new < passages.count, new >= places.count || places[new] < old || base[places[new]] != passages[new] { new += 1 }
            let next = new < passages.count ? places[new] : base.count
            if next > old || new > start {
                changes.append(Change(start: old, removed: next - old, added: Array(passages[start..<new])))
            }
            old = next
            while new < passages.count, old < base.count, new < places.count, places[new] == old, base[old] == passages[new] {
                (old, new) = (old + 1, new + 1)
            }
        }
        return changes
    }
}
