@testable import Prose

/// A difference written as an editor marks it: `[-gone-]{+come+}`, one entry for each block that is not unchanged; a sentence that
/// moved bears the number of the move, `[1-here it was-]`.
struct MarkedDiff {
    let diff: ProseDiff

    init(_ old: String, _ new: String, ignoresSpace: Bool = false) {
        diff = ProseDiff(old: bytes(old), new: bytes(new), ignoresSpace: ignoresSpace)
    }

    var lines: [String] {
        diff.changes.filter(\.isChange).map { change in
            let number = change.move.map { " \($0)" } ?? ""
            return "\(change.kind)\(number): \(change.kind == .movedAway ? string(diff.old.text[place(change)]) : text(change))"
        }.map { $0.trimmingLineEnd }
    }

    private func place(_ change: BlockChange) -> Range<Int> {
        diff.old.blocks[change.oldBlocks.lowerBound].range.lowerBound..<diff.old.blocks[change.oldBlocks.upperBound - 1].range.upperBound
    }

    func text(_ change: BlockChange) -> String {
        change.pieces.map { piece in
            let move = piece.move.map(String.init) ?? ""
            return switch piece.kind {
            case .equal: string(diff.new.text[piece.newRange])
            case .deleted: "[\(move)-" + string(diff.old.text[piece.oldRange]) + "-]"
            case .inserted: "{\(move)+" + string(diff.new.text[piece.newRange]) + "+}"
            }
        }.joined()
    }

    /// What became of blocks besides their words.
    var structure: [StructureChange] { diff.changes.flatMap(\.structure) }
}

extension String {
    /// Without line ends at the end, marked ones too, for a block brings those along.
    fileprivate var trimmingLineEnd: String {
        var text = self
        while let last = text.last {
            if last == "\n" || last == "\r\n" {
                text.removeLast()
            } else if text.hasSuffix("\n+}") || text.hasSuffix("\n-]") {
                text = String(text.dropLast(3)) + text.suffix(2)
                text = String(text.dropLast(2)).trimmed + text.suffix(2)
                return text.hasSuffix("{++}") || text.hasSuffix("[--]") ? String(text.dropLast(4)).trimmingLineEnd : text
            } else {
                break
            }
        }
        return text
    }

    private var trimmed: String {
        var text = self
        while text.last == "\n" { text.removeLast() }
        return text
    }
}
