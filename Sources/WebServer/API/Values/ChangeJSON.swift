import Prose

/// What became of a block as JSON; places are bytes of the two texts as UTF-8.
struct ChangeJSON {
    let value: JSONValue

    init(_ change: BlockChange, in diff: ProseDiff) {
        value = [
            "kind": .string(Self.name(change.kind)),
            "old": Self.range(diff.oldRange(of: change)), "new": Self.range(diff.newRange(of: change)),
            "move": change.move.map(JSONValue.int) ?? .null,
            "structure": .array(change.structure.map { StructureJSON($0).value }),
            "pieces": .array(change.pieces.map { Self.piece($0, in: diff) }),
        ]
    }

    /// All kinds there are, "unchanged" aside, which is left out.
    static let kinds = ["changed", "added", "removed", "moved-away", "moved", "split", "joined", "reflowed"]

    private static func name(_ kind: BlockChange.Kind) -> String {
        switch kind {
        case .unchanged: "unchanged"
        case .changed: "changed"
        case .added: "added"
        case .removed: "removed"
        case .movedAway: "moved-away"
        case .moved: "moved"
        case .split: "split"
        case .joined: "joined"
        case .reflowed: "reflowed"
        }
    }

    private static func piece(_ piece: DiffPiece, in diff: ProseDiff) -> JSONValue {
        let (kind, text): (String, ArraySlice<UInt8>?) =
            switch piece.kind {
            case .equal: ("equal", nil)
            case .deleted: ("deleted", diff.old.text[piece.oldRange])
            case .inserted: ("inserted", diff.new.text[piece.newRange])
            }
        let role = piece.role == .space ? "space" : piece.role == .target ? "target" : "text"
        // For reading: bytes that are not UTF-8 become U+FFFD.
        let words = text.map { [JSONMember(name: "text", value: .string(String(decoding: $0, as: UTF8.self)))] } ?? []
        let members = [
            JSONMember(name: "kind", value: .string(kind)), JSONMember(name: "role", value: .string(role)),
            JSONMember(name: "old", value: range(piece.oldRange)), JSONMember(name: "new", value: range(piece.newRange)),
        ]
        let move = piece.move.map { [JSONMember(name: "move", value: .int($0))] } ?? []
        return .object(members + words + move)
    }

    private static func range(_ range: Range<Int>) -> JSONValue { ["start": .int(range.lowerBound), "end": .int(range.upperBound)] }
}
