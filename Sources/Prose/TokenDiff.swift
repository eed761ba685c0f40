/// The difference of two texts in tokens; the algorithm is that of `SequenceDiff`.
struct TokenDiff {
    let old: Tokens
    let new: Tokens
    let edits: [SequenceEdit]
    let cost: Int
    let isCoarse: Bool

    init(old: Tokens, new: Tokens, budget: Int) {
        self.old = old
        self.new = new
        var table = SymbolTable()
        let oldSymbols = table.symbols(of: old.text, in: old.list.map(\.range))
        let newSymbols = table.symbols(of: new.text, in: new.list.map(\.range))
        var diff = SequenceDiff(old: oldSymbols, new: newSymbols, symbolCount: table.count, budget: budget)
        diff.slide(old: oldSymbols, new: newSymbols, oldEdges: old.edges(), newEdges: new.edges())
        (edits, cost, isCoarse) = (diff.edits, diff.cost, diff.isCoarse)
    }

    /// How much of the old text's words stayed, in percent of their bytes; 100 where it has none.
    var keptShare: Int {
        let all = TokenDiff.wordBytes(old.list[...])
        guard all > 0 else { return 100 }
        let lost = edits.reduce(0) { $0 + TokenDiff.wordBytes(old.list[$1.oldRange]) }
        return (all - lost) * 100 / all
    }

    static func wordBytes(_ tokens: ArraySlice<Token>) -> Int {
        tokens.reduce(0) { $1.kind == .word ? $0 + $1.range.count : $0 }
    }
}
