import Glibc
import Prose

/// How the command line shows a difference: its changed blocks with their neighbours, words that went and came marked by colour
/// on a terminal and as `[-went-]{+came+}` elsewhere.
struct DiffListing {
    let diff: ProseDiff
    /// True where colours may be used.
    var isTerminal = isatty(STDOUT_FILENO) == 1

    private static let gone = "\u{1B}[31;9m"
    private static let come = "\u{1B}[32;4m"
    private static let quiet = "\u{1B}[2m"
    private static let head = "\u{1B}[36m"
    private static let plain = "\u{1B}[0m"

    /// The whole text.
    var text: String {
        let layout = DiffLayout(diff, style: .unified)
        let rows = layout.count == 0 ? [] : layout.rows.map(row)
        return rows.joined(separator: "\n") + diff.notes.map { "(\(ChangeSentence.note($0)))\n" }.joined()
    }

    private func row(_ row: LayoutRow) -> String {
        switch row.content {
        case .block(let cell): block(cell, number: row.number)
        // The layout is of one text.
        case .pair: ""
        case .folded(let part): styled("… \(part.blocks) unchanged block\(part.blocks == 1 ? "" : "s") …", Self.quiet) + "\n"
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
        case .elided(_, _, let sentences): return Part(kind: .equal, text: " [… \(sentences) left out …] ")
        case .piece(let piece):
            if quiet.contains(piece), piece.kind == .deleted { return Part(kind: .equal, text: "") }
            let bytes = piece.kind == .deleted ? diff.old.text[piece.oldRange] : diff.new.text[piece.newRange]
            return Part(kind: quiet.contains(piece) ? .equal : piece.kind, text: Self.shown(bytes), move: piece.move)
        }
    }

    /// Lines and tabs as they are, and nothing that steers a terminal.
    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            (line.last == UInt8(ascii: "\r") ? line.dropLast() : line).split(
                separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false
            )
            .map { String(decoding: $0, as: UTF8.self).printable }.joined(separator: "\t")
        }.joined(separator: "\n")
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
        case .deleted: sign + (isTerminal ? Self.gone + part.text + Self.plain : "[-\(part.text)-]")
        case .inserted: sign + (isTerminal ? Self.come + part.text + Self.plain : "{+\(part.text)+}")
        }
    }

    private func styled(_ text: String, _ style: String) -> String { isTerminal ? style + text + Self.plain : text }
}
