/// Which lists, quotes, tables of two articles are the same: those around leaves that stayed, from the outside inwards.
struct ContainerPairs {
    /// For each element of the old article that of the new one; -1 where there is none.
    private(set) var new: [Int]
    /// For each element of the new article whether it is one of the old.
    private let taken: [Bool]

    /// Costs the leaves times their depth.
    init(_ edits: [LeafEdit], old: ArticleText, new: ArticleText) {
        var partners = [Int](repeating: -1, count: old.tree.nodes.count)
        var taken = [Bool](repeating: false, count: new.tree.nodes.count)
        for edit in edits where edit.side == .new {
            guard let counterpart = edit.counterpart, edit.mark == .unchanged || edit.mark == .changed else { continue }
            for (one, other) in zip(old.chain(old.leaves[counterpart]), new.chain(new.leaves[edit.leaf])) {
                if partners[one] == other { continue }
                let (before, after) = (old.tree.nodes[one], new.tree.nodes[other])
                guard partners[one] < 0, !taken[other], old.tree.html[before.name] == new.tree.html[after.name] else { break }
                partners[one] = other
                taken[other] = true
            }
        }
        self.new = partners
        self.taken = taken
    }

    /// Whether an element of one article is one of the other.
    func contains(_ side: RenderedSide, _ element: Int) -> Bool { side == .old ? new[element] >= 0 : taken[element] }
}
