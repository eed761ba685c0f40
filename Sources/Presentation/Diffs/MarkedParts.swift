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
        /// The number of the move, where it is a sentence that moved.
        var move: Int?
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
        case .deleted: mark(.deleted, bytes, isBreak: piece.role == .space && !isCode, move: piece.move)
        case .inserted: mark(.inserted, bytes, isBreak: piece.role == .space && !isCode, move: piece.move)
        }
    }

    private mutating func mark(_ kind: Run.Kind, _ bytes: [UInt8], isBreak: Bool, move: Int?) {
        guard isBreak, bytes.contains(UInt8(ascii: "\n")) else { return append(kind, bytes, move: move) }
        append(kind, Array("¶".utf8))
        if kind == .inserted || side == .old { append(.plain, bytes) }
    }

    private mutating func append(_ kind: Run.Kind, _ bytes: [UInt8], move: Int? = nil) {
        guard !bytes.isEmpty else { return }
        if let last = runs.last, last.kind == kind, last.move == move {
            runs[runs.count - 1].bytes += bytes
        } else {
            runs.append(Run(kind: kind, bytes: bytes, move: move))
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

    /// - Parameters:
    ///   - whole: the address at which nothing is left out; nil where there is none.
    ///   - movesBefore: how many moves the screen has shown before this difference; nil where moves are not told.
    func values(whole: String?, movesBefore: Int? = nil, _ words: Phrasebook) -> TemplateValue {
        var told: Set<SentenceMark> = []
        return .list(
            runs.map { run in
                let text = run.bytes.filter { $0 != UInt8(ascii: "\r") }
                if case .elided(let count) = run.kind {
                    return Self.part(run.kind, [], elided: words.text("diff.elided", ["count": .number(count)]), href: whole)
                }
                guard let move = run.move, let movesBefore else { return Self.part(run.kind, text) }
                let mark = SentenceMark(isHere: run.kind == .inserted, number: movesBefore + move)
                return Self.part(run.kind, text, isMoved: true, mark: told.insert(mark).inserted ? mark.value(words) : .absent)
            })
    }

    /// A text without any mark.
    static func plain(_ text: [UInt8]) -> TemplateValue { .list([part(.plain, text.filter { $0 != UInt8(ascii: "\r") })]) }

    private static func part(
        _ kind: Run.Kind, _ text: [UInt8], isMoved: Bool = false, mark: TemplateValue = .absent, elided: String? = nil, href: String? = nil
    ) -> TemplateValue {
        .view([
            "isPlain": .flag(kind == .plain), "isDeleted": .flag(kind == .deleted), "isInserted": .flag(kind == .inserted),
            "isMoved": .flag(isMoved), "move": mark, "text": .text(bytes: text), "elided": .text(raw: elided), "href": .text(raw: href),
        ])
    }
}
