/// Rows of tables, whose cells hold nothing but lines.
extension ArticleReader {
    /// Linear in the row, for the cells of a plain row hold no rows.
    func isPlainRow(_ row: Int) -> Bool {
        var child = row + 1
        while child < tree.nodes[row].end {
            switch tree.nodes[child].role {
            case .cell?: if tree.nodes[child].holdsBlock { return false }
            case nil: if !tree.bytes(child).allSatisfy({ $0 <= 0x20 }) { return false }
            default: return false
            }
            child = tree.nodes[child].end
        }
        return child > row + 1
    }

    mutating func beginRow(_ row: Int) {
        leaf = ArticleLeaf(container: containers[row])
        leaf?.row = row
        leaf?.shape = .row
        bytes = [UInt8(ascii: "|")]
    }

    mutating func beginCell(_ node: Int) {
        endCell()
        bytes.append(0x20)
        cell = (node, bytes.count)
    }

    mutating func endRow() {
        endCell()
        endLeaf()
    }

    private mutating func endCell() {
        guard let ended = cell else { return }
        cell = nil
        let end = bytes.count
        bytes += " |".utf8
        leaf?.cells.append(ArticleLeaf.Cell(node: ended.node, range: ended.start..<end, bar: bytes.count - 1))
    }
}
