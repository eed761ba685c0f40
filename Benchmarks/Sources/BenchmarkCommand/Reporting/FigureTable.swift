/// Figures as columns for people.
struct FigureTable {
    private static let heads = ["", "median", "p99", "reference", "ratio", "aim"]
    private let rows: [[String]]

    init(_ figures: [Figure]) {
        rows = figures.map { figure in
            [
                figure.name, figure.unit.text(figure.value), figure.p99.map { figure.unit.text($0) } ?? "",
                figure.reference.map { "\(figure.unit.text($0.value)) \($0.name)" } ?? "", figure.ratio.map(Digits.text) ?? "",
                figure.aims.map { Self.text($0, figure) }.joined(separator: ", "),
            ]
        }
    }

    var text: String {
        let all = [Self.heads] + rows
        let widths = Self.heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        let lines = all.map { row in
            let cells = zip(row, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return [1, 2, 4].contains(column) ? padding + cell.0 : cell.0 + padding
            }
            let line = "  " + cells.joined(separator: "   ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        return lines.joined(separator: "\n")
    }

    private static func text(_ aim: Aim, _ figure: Figure) -> String {
        let mark =
            switch aim.isMet(by: figure) {
            case .some(true): "met"
            case .some(false): "MISSED"
            case .none: "not measured"
            }
        return "\(aim.text(unit: figure.unit)): \(mark)"
    }
}
