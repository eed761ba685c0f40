import Prose
import Wording

/// The text of a block, or of one side of it, in marked parts, as the template `diff-text` takes them.
///
/// White space that `QuietSpace` names is shown without a mark; of the rest, a break between lines is marked with a pilcrow,
/// but in code, whose lines stand as they are.
struct MarkedParts {
    /// Which text is shown.
    enum Side { case old, new, both }

    private struct Run {
        enum Kind: Equatable {
            case plain, deleted, inserted
            /// So many sentences, or lines of code, are left out.
            case elided(Int)
        }

        let kind: Kind
        var bytes: [UInt8] = []
    }

    private let diff: ProseDiff
    private let side: Side
    private var runs: [Run] = []

    private init(_ diff: ProseDiff, _ side: Side) {
        (self.diff, self.side) = (diff, side)
    }

    /// A cell of a layout.
    init(_ cell: LayoutCell, of diff: ProseDiff, side: Side, isCode: Bool) {
        self.init(diff, side)
        let quiet = QuietSpace(diff.changes[cell.change], of: diff)
        for part in cell.parts {
            switch part {
            case .piece(let piece): add(piece, isCode: isCode, quiet: quiet)
            case .elided(_, _, let sentences): runs.append(Run(kind: .elided(sentences)))
            }
        }
        trim()
    }

    /// The whole of both texts, what moved aside: shown as gone where it stood, and as it is where it stands.
    init(_ diff: ProseDiff) {
        self.init(diff, .both)
        for change in diff.changes {
            if change.kind == .movedAway { append(.deleted, Array(diff.old.text[diff.oldRange(of: change)])) }
            let quiet = QuietSpace(change, of: diff)
            let block = change.newBlocks.first.map { diff.new.blocks[$0] } ?? change.oldBlocks.first.map { diff.old.blocks[$0] }
            for piece in change.pieces { add(piece, isCode: block?.isCode ?? false, quiet: quiet) }
        }
    }

    /// Bytes to be shown.
    var cost: Int { runs.reduce(0) { $0 + $1.bytes.count } }

    // MARK: Runs

    private mutating func add(_ piece: DiffPiece, isCode: Bool, quiet: QuietSpace) {
        let bytes = Array(piece.kind == .deleted || side == .old ? diff.old.text[piece.oldRange] : diff.new.text[piece.newRange])
        switch piece.kind {
        case .equal: append(.plain, bytes)
        // In one text with marks the space that came stands for the one that went.
        case .deleted where quiet.contains(piece): if side == .old { append(.plain, bytes) }
        case .inserted where quiet.contains(piece): append(.plain, bytes)
        case .deleted: mark(.deleted, bytes, isBreak: piece.role == .space && !isCode)
        case .inserted: mark(.inserted, bytes, isBreak: piece.role == .space && !isCode)
        }
    }

    private mutating func mark(_ kind: Run.Kind, _ bytes: [UInt8], isBreak: Bool) {
        guard isBreak, bytes.contains(UInt8(ascii: "\n")) else { return append(kind, bytes) }
        append(kind, Array("¶".utf8))
        if kind == .inserted || side == .old { append(.plain, bytes) }
    }

    private mutating func append(_ kind: Run.Kind, _ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        if runs.last?.kind == kind {
            runs[runs.count - 1].bytes += bytes
        } else {
            runs.append(Run(kind: kind, bytes: bytes))
        }
    }

    /// A block ends where its words end, not with the blank lines behind it.
    private mutating func trim() {
        while let last = runs.indices.last, !runs[last].bytes.isEmpty {
            while let byte = runs[last].bytes.last, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                runs[last].bytes.removeLast()
            }
            guard runs[last].bytes.isEmpty else { return }
            runs.removeLast()
        }
    }

    // MARK: The template's values

    /// - Parameter whole: the address at which nothing is left out; nil where there is none.
    func values(whole: String?, _ words: Phrasebook) -> TemplateValue {
        .list(
            runs.map { run in
                guard case .elided(let count) = run.kind else { return Self.part(run.kind, run.bytes.filter { $0 != UInt8(ascii: "\r") }) }
                return Self.part(run.kind, [], elided: words.text("diff.elided", ["count": .number(count)]), href: whole)
            })
    }

    /// A text without any mark.
    static func plain(_ text: [UInt8]) -> TemplateValue { .list([part(.plain, text.filter { $0 != UInt8(ascii: "\r") })]) }

    private static func part(_ kind: Run.Kind, _ text: [UInt8], elided: String? = nil, href: String? = nil) -> TemplateValue {
        .view([
            "isPlain": .flag(kind == .plain), "isDeleted": .flag(kind == .deleted), "isInserted": .flag(kind == .inserted),
            "text": .text(bytes: text), "elided": .text(raw: elided), "href": .text(raw: href),
        ])
    }
}
