package import Prose
import Wording

/// The difference itself, without the screen around it: in the diff view, a commit, a confirmation, a preview of changes.
///
/// Changes are numbered over the whole screen, so that each has an address and leads to the next; `after` and `among` join
/// several differences of one screen.
package struct DiffBodyView: TemplateView {
    /// Why a difference is not shown.
    package enum Refusal: String, Sendable, CaseIterable {
        case tooLarge, notText
    }

    private let rows: [DiffRowView]
    private let notes: [String]
    private let count: String?
    private let isSplit: Bool
    private let isEmpty: Bool
    private let first: Int
    private var total: Int

    /// The number of the last change that is shown, or of the last before.
    package let lastChange: Int
    /// The number of the last move.
    package let lastMove: Int
    /// About how many bytes of text it shows.
    package let cost: Int

    /// - Parameters:
    ///   - diff: the difference of two texts, which says itself whether it ignores white space.
    ///   - after: what the screen shows before it.
    ///   - whole: the address at which nothing is left out; nil where there is none.
    ///   - most: about how many bytes of text may be shown.
    package init(
        _ diff: ProseDiff, _ choice: DiffChoice = DiffChoice(), after: DiffBodyView? = nil, whole: String? = nil,
        most: Int = DiffBodyView.usualBound, in context: ViewContext
    ) {
        let (changes, moves) = (after?.lastChange ?? 0, after?.lastMove ?? 0)
        var builder = DiffRows(diff, choice, changesBefore: changes, movesBefore: moves, whole: whole, most: most, context.words)
        builder.build()
        rows = builder.rows
        isSplit = choice.form == .split
        isEmpty = diff.isEmpty
        notes =
            diff.notes.map { context.words.text("diff.note.\($0.rawValue)") }
            + (builder.isCut ? [context.words.text("diff.note.\(Refusal.tooLarge.rawValue)")] : [])
        count = builder.count > 0 ? context.words.text("diff.count", ["count": .number(builder.count)]) : nil
        first = changes + 1
        lastChange = changes + builder.shown
        lastMove = moves + diff.counts.moves + diff.counts.sentenceMoves
        cost = most - builder.bytesLeft
        total = lastChange
    }

    /// Nothing but the reason why there is nothing.
    package init(_ refusal: Refusal, after: DiffBodyView? = nil, in context: ViewContext) {
        (rows, count, isSplit, isEmpty) = ([], nil, false, false)
        notes = [context.words.text("diff.note.\(refusal.rawValue)")]
        (first, lastChange, lastMove) = ((after?.lastChange ?? 0) + 1, after?.lastChange ?? 0, after?.lastMove ?? 0)
        (total, cost) = (lastChange, 0)
    }

    /// What one difference shows at most, in bytes.
    package static var usualBound: Int { 1 << 20 }

    /// The same on a screen whose last change has that number.
    package func among(_ total: Int) -> DiffBodyView {
        var view = self
        view.total = total
        return view
    }

    package var fields: [String: TemplateValue] {
        [
            "rows": .list(rows.map { .view($0.fields(last: total)) }),
            "hasRows": .flag(!rows.isEmpty),
            "notes": .list(notes.map { .view(["text": .text(raw: $0)]) }),
            "count": .text(raw: count),
            "firstHref": .text(raw: lastChange < first ? nil : "#change-\(first)"),
            "isSplit": .flag(isSplit),
            "isEmpty": .flag(isEmpty),
        ]
    }
}
