/// A token as a difference of prose sees it: all white space that stands together is one, the target of a link is one.
struct DiffUnit {
    enum Kind { case word, sign, space, target }

    let range: Range<Int>
    let kind: Kind

    /// A longer target counts no more than this, for what it is near says more about it than its length.
    private static let heaviestTarget = 12

    /// How much it counts when changes are weighed, in bytes of words.
    var weight: Int {
        switch kind {
        case .word: range.count
        case .target: min(range.count, DiffUnit.heaviestTarget)
        case .sign: 1
        case .space: 0
        }
    }

    var role: DiffPiece.Role {
        switch kind {
        case .word, .sign: .text
        case .space: .space
        case .target: .target
        }
    }
}
