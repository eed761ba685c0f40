/// Operations that a difference may still spend, shared by all its steps.
struct DiffBudget {
    /// What is left; never below zero.
    private(set) var left: Int
    /// What was spent.
    private(set) var cost = 0
    /// Whether a step was left out or cut short for want of operations.
    var isCoarse = false

    init(_ operations: Int) { left = max(0, operations) }

    mutating func spend(_ operations: Int) {
        cost += operations
        left = max(0, left - operations)
    }

    /// Spends only where it can be afforded; tells whether it was, and remembers if not.
    mutating func afford(_ operations: Int) -> Bool {
        guard operations <= left else {
            isCoarse = true
            return false
        }
        spend(operations)
        return true
    }
}
