/// The white space of a change that a view need not mark, since a reader would see no difference in what is read: runs of space
/// that gave way to other runs of space, but in code and where a block was split or joined; and blank lines behind a block.
package struct QuietSpace: Sendable {
    private let pieces: Set<DiffPiece>

    /// Linear in the change's pieces and in the white space at its end.
    package init(_ change: BlockChange, of diff: ProseDiff) {
        var quiet: Set<DiffPiece> = []
        var body = change.pieces[...]
        while let last = body.last, QuietSpace.isBlank(last, diff) {
            quiet.insert(last)
            body.removeLast()
        }
        if !QuietSpace.isCode(change, diff) {
            let isBroken = change.kind == .split || change.kind == .joined
            for (one, other) in zip(body, body.dropFirst()) where one.role == .space && other.role == .space && one.kind != other.kind {
                if isBroken, [one, other].contains(where: { QuietSpace.bytes($0, diff).contains(UInt8(ascii: "\n")) }) { continue }
                quiet.formUnion([one, other])
            }
        }
        pieces = quiet
    }

    /// Whether a piece that came or went need not be marked.
    package func contains(_ piece: DiffPiece) -> Bool { piece.kind != .equal && pieces.contains(piece) }

    private static func isBlank(_ piece: DiffPiece, _ diff: ProseDiff) -> Bool {
        piece.role == .space || piece.kind == .equal && bytes(piece, diff).allSatisfy(\.isASCIISpace)
    }

    private static func isCode(_ change: BlockChange, _ diff: ProseDiff) -> Bool {
        let block = change.newBlocks.first.map { diff.new.blocks[$0] } ?? change.oldBlocks.first.map { diff.old.blocks[$0] }
        return block?.isCode ?? false
    }

    private static func bytes(_ piece: DiffPiece, _ diff: ProseDiff) -> ArraySlice<UInt8> {
        piece.kind == .deleted ? diff.old.text[piece.oldRange] : diff.new.text[piece.newRange]
    }
}
