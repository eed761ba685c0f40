import Prose
import Wording

/// A row of a difference on the page: a block, its two forms side by side, or blocks that are folded away.
struct DiffRowView: Sendable {
    /// The number of the change that begins here, over the whole screen; nil in rows that go on with one.
    var number: Int?
    /// The kind of change, by which the theme knows it.
    var kind = ""
    /// What happened to it besides its words.
    var marks: [BlockMark] = []
    var cells: [DiffCellView] = []
    var fold: FoldView?

    /// The class of a row.
    static func kind(_ changes: [BlockChange]) -> String {
        let kinds = Set(changes.map(\.kind))
        if kinds.count > 1 { return kinds.isSubset(of: [.unchanged, .reflowed]) ? "same" : "replaced" }
        return switch changes.first?.kind {
        case .unchanged, nil: "same"
        case .changed: "changed"
        case .added: "added"
        case .removed: "removed"
        case .movedAway: "moved-away"
        case .moved: "moved"
        case .split: "split"
        case .joined: "joined"
        case .reflowed: "reflowed"
        }
    }

    /// - Parameter last: the number of the last change on the screen.
    func fields(last: Int) -> [String: TemplateValue] {
        func address(_ number: Int) -> TemplateValue { .text(raw: (1...max(1, last)).contains(number) ? "#change-\(number)" : nil) }
        return [
            "fold": .view(fold), "kind": .text(raw: kind),
            "id": .text(raw: number.map { "change-\($0)" }),
            "number": number.map(TemplateValue.number) ?? .absent,
            "hasBar": .flag(number != nil || !marks.isEmpty),
            "marks": .views(marks), "cells": .views(cells),
            "previousHref": number.map { address($0 - 1) } ?? .absent,
            "nextHref": number.map { address($0 + 1) } ?? .absent,
        ]
    }
}
