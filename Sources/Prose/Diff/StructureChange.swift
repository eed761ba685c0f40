/// What became of a block besides its words.
package enum StructureChange: Sendable, Hashable {
    /// It became a block of another kind: a paragraph a heading, an item a paragraph. The old kind, the new one.
    case kind(ProseBlock.Kind, ProseBlock.Kind)
    /// A heading went from one level to another.
    case level(Int, Int)
    /// A list item went in or out.
    case depth(Int, Int)
    /// A list got numbers or lost them.
    case isOrdered(Bool)
    /// A task was ticked, opened again, got its box or lost it; nil where there is none.
    case task(ProseBlock.TaskBox?, ProseBlock.TaskBox?)
    /// It went into a quote or out of one: how many it stands in.
    case quoteDepth(Int, Int)
    /// Columns went from the table and came to it: their numbers from 0, before and after. Stands at the header alone.
    case columns(removed: [Int], inserted: [Int])

    /// What tells two blocks apart, columns aside.
    static func changes(_ old: ProseBlock, _ new: ProseBlock) -> [StructureChange] {
        var changes: [StructureChange] = []
        switch (old.kind, new.kind) {
        case (.heading(let before), .heading(let after)):
            if before != after { changes.append(.level(before, after)) }
        case (.listItem(let depth, let isOrdered, let task), .listItem(let newDepth, let isNewOrdered, let newTask)):
            if depth != newDepth { changes.append(.depth(depth, newDepth)) }
            if isOrdered != isNewOrdered { changes.append(.isOrdered(isNewOrdered)) }
            if task != newTask { changes.append(.task(task, newTask)) }
        case (let before, let after):
            if before != after { changes.append(.kind(before, after)) }
        }
        if old.quoteDepth != new.quoteDepth { changes.append(.quoteDepth(old.quoteDepth, new.quoteDepth)) }
        return changes
    }
}
