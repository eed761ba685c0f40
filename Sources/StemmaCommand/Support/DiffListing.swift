import Git
import Presentation
import Prose
import WikiCore

/// How the command line shows a difference: its changed blocks with their neighbours, words that went and came marked by colour
/// on a terminal and as `[-went-]{+came+}` elsewhere.
struct DiffListing {
    private let diff: ProseDiff
    private let comparison: PageComparison
    private let hasColours: Bool

    private static let gone = "\u{1B}[31;9m"
    private static let come = "\u{1B}[32;4m"
    private static let quiet = "\u{1B}[2m"
    private static let head = "\u{1B}[36m"
    private static let plain = "\u{1B}[0m"

    /// - Parameter diff: made of the comparison's two texts.
    init(_ comparison: PageComparison, _ diff: ProseDiff, terminal: Terminal = .output) {
        self.comparison = comparison
        self.diff = diff
        hasColours = terminal.hasColours
    }

    /// The whole text.
    var text: String {
        let layout = DiffLayout(diff, style: .unified)
        let rows = layout.count == 0 ? [] : layout.rows.map(row)
        let notes = diff.notes.map { "(\(ChangeSentence.note($0)))\n" }
        let body = rows.joined(separator: "\n") + notes.joined()
        return heading + "\n" + (body.isEmpty ? "(no difference)\n" : body)
    }

    /// Which two texts these are.
    private var heading: String {
        let old = comparison.from.map(sentence) ?? "nothing"
        return "\(styled("--- \(old)", Self.head))\n\(styled("+++ \(sentence(comparison.to))", Self.head))\n"
    }

    private func sentence(_ revision: Revision) -> String {
        "\(revision.file.printable)  \(revision.id.short)  \(CivilDate(seconds: Int(revision.time)).isoDay)  \(revision.author.printable)"
    }

    private func row(_ row: LayoutRow) -> String {
        switch row.content {
        case .block(let cell): block(cell, number: row.number)
        // The layout is of one text.
        case .pair: ""
        case .folded(let part): styled("… \(Counted.text(part.blocks, "unchanged block")) …", Self.quiet) + "\n"
        }
    }

    private func block(_ cell: LayoutCell, number: Int?) -> String {
        let change = diff.changes[cell.change]
        let quiet = QuietSpace(change, of: diff)
        let parts = trimmed(cell.parts.map { part(of: $0, quiet: quiet) })
        let text = parts.map(styled).joined() + "\n"
        guard change.isChange else { return text }
        let lines = change.newBlocks.isEmpty || change.kind == .movedAway ? cell.oldLines : cell.newLines
        let what = ChangeSentence.all(of: change).joined(separator: ", ")
        let title = (number.map { "@ \($0), " } ?? "@ ") + "line \(lines.lowerBound)" + (what.isEmpty ? "" : ": \(what)")
        return styled(title, Self.head) + "\n" + text
    }

    // MARK: Words

    private struct Part {
        let kind: DiffPiece.Kind
        var text: String
        /// The number of the move, where it is a sentence that moved.
        var move: Int?
    }

    private func part(of part: LayoutCell.Part, quiet: QuietSpace) -> Part {
        switch part {
        case .elided(_, _, let sentences): return Part(kind: .equal, text: " [… \(Counted.text(sentences, "sentence")) left out …] ")
        case .piece(let piece):
            if quiet.contains(piece), piece.kind == .deleted { return Part(kind: .equal, text: "") }
            let bytes = piece.kind == .deleted ? diff.old.text[piece.oldRange] : diff.new.text[piece.newRange]
            let text = String(decoding: bytes, as: UTF8.self).printableLines
            return Part(kind: quiet.contains(piece) ? .equal : piece.kind, text: text, move: piece.move)
        }
    }

    /// Without the blank lines behind a block.
    private func trimmed(_ parts: [Part]) -> [Part] {
        var parts = parts
        while var last = parts.popLast() {
            while last.text.utf8.last == UInt8(ascii: "\n") { last.text.removeLast() }
            if !last.text.isEmpty {
                parts.append(last)
                return parts
            }
        }
        return []
    }

    private func styled(_ part: Part) -> String {
        let sign = part.move.map { styled("(\(ChangeSentence.move($0, isHere: part.kind == .inserted))) ", Self.quiet) } ?? ""
        return switch part.kind {
        case .equal: part.text
        case .deleted: sign + (hasColours ? Self.gone + part.text + Self.plain : "[-\(part.text)-]")
        case .inserted: sign + (hasColours ? Self.come + part.text + Self.plain : "{+\(part.text)+}")
        }
    }

    private func styled(_ text: String, _ style: String) -> String { hasColours ? style + text + Self.plain : text }
}
