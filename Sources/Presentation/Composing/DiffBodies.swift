package import Git
import Prose
import WikiCore

/// Makes the differences of one screen, one after the other, within what one view may cost; their changes are numbered through.
package struct DiffBodies {
    private let source: ScreenSource
    private let choice: DiffChoice
    /// Operations that are left for all of them.
    private var operations = 2 * ProseDiff.defaultBudget
    /// Bytes that they may show.
    private var bytes = 2 * DiffBodyView.usualBound
    private var last: DiffBodyView?

    /// A text, and what it is stored as; nil for one that is no revision's.
    package typealias Side = (text: [UInt8], blob: ObjectID?)

    /// Nothing yet.
    package init(_ source: ScreenSource, _ choice: DiffChoice = DiffChoice()) {
        (self.source, self.choice) = (source, choice)
    }

    /// How many changes there are so far.
    package var changes: Int { last?.lastChange ?? 0 }

    /// The difference of two texts.
    /// - Parameters:
    ///   - isStored: whether the blobs name both texts, so that the answer may be kept.
    ///   - whole: the address at which nothing is left out.
    package mutating func add(_ old: Side, _ new: Side, isStored: Bool, whole: String? = nil) -> DiffBodyView {
        let longest = max(old.text.count, new.text.count)
        if old.text.contains(0) || new.text.contains(0) { return refuse(.notText) }
        if longest > source.configuration.limits.page || operations <= 0 || bytes <= 0 { return refuse(.tooLarge) }
        let budget = min(ProseDiff.defaultBudget, operations)
        let diff =
            isStored
            ? source.differences.diff(
                old: old.text, old.blob, new: new.text, new.blob, ignoresSpace: choice.ignoresSpace, budget: budget)
            : ProseDiff(old: old.text, new: new.text, ignoresSpace: choice.ignoresSpace, budget: budget)
        operations -= diff.cost
        let body = DiffBodyView(
            diff, choice, after: last, whole: whole, most: min(bytes, DiffBodyView.usualBound), in: source.context)
        bytes -= body.cost
        last = body
        return body
    }

    /// The reason why a difference is not shown.
    package mutating func refuse(_ refusal: DiffBodyView.Refusal) -> DiffBodyView {
        let body = DiffBodyView(refusal, after: last, in: source.context)
        last = body
        return body
    }
}
