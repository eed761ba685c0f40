/// The words of the blocks that have no partner yet.
struct BlockBags {
    private(set) var bags: [Int: WordBag] = [:]
    /// What the first cell of a table's row says.
    private(set) var firstCells: [Int: Int] = [:]

    init(_ text: StructuredText, _ blocks: [Int], _ forms: inout CanonicalForms, _ table: inout SymbolTable) {
        bags.reserveCapacity(blocks.count)
        for index in blocks {
            let block = text.blocks[index]
            let units = UnitCutter.units(of: text.text, in: block.content, isQuoted: block.quoteDepth > 0)
            let symbols = units.map { table.symbol(of: forms.form(of: text.text[$0.range])) }
            bags[index] = WordBag(units, symbols)
            if case .tableRow(.body) = block.kind {
                let cell = RowCells(text.text, block.range).trimmed(0)
                if !cell.isEmpty { firstCells[index] = table.symbol(of: text.text[cell]) }
            }
        }
    }

    subscript(block: Int) -> WordBag { bags[block] ?? WordBag([], []) }
}
