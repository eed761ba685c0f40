/// Lines of cells for a terminal and for `awk`: two spaces between columns, every column but the last as wide as its widest cell. Who
/// looks on sees what the columns are called; programs do not.
struct TextTable {
    private var rows: [[String]] = []
    private let heading: [String]

    /// - Parameters:
    ///   - heading: the names of the columns.
    ///   - terminal: where the table goes.
    init(_ heading: [String] = [], terminal: Terminal = .output) {
        self.heading = terminal.isWatched ? heading : []
    }

    /// Adds a line. Foreign text in it can't steer the terminal.
    mutating func add(_ cells: [String]) {
        rows.append(cells.map { $0.isEmpty ? "-" : $0.printable })
    }

    /// All lines; none where there are no rows.
    var text: String {
        guard !rows.isEmpty else { return "" }
        let lines = heading.isEmpty ? rows : [heading.map { $0.uppercased() }] + rows
        var widths: [Int] = []
        for cells in lines {
            for (column, cell) in cells.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.columns)
            }
        }
        return lines.map { cells in
            let padded = zip(cells, widths).map { $0.padded(to: $1) }
            return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}
