import Git
package import Prose
package import WikiCore

/// The difference of two revisions of a page as JSON: what the API and `stemma diff --json` give.
package struct DiffJSON: Sendable {
    /// The object.
    package let value: JSONValue

    /// - Parameters:
    ///   - diff: made of the comparison's two texts.
    ///   - pusher: who pushed a revision, where that is somebody else than its author.
    package init(
        _ comparison: PageComparison, _ diff: ProseDiff, layout: PagesLayout, pusher: (Revision) -> String? = { _ in nil }
    ) {
        func revision(_ revision: Revision) -> JSONValue { RevisionJSON(revision, layout: layout, pusher: pusher(revision)).value }
        let counts = diff.counts
        let members = [
            JSONMember(name: "from", value: comparison.from.map(revision) ?? .null),
            JSONMember(name: "to", value: revision(comparison.to)),
            JSONMember(name: "ignores_space", value: .bool(diff.ignoresSpace)),
            JSONMember(name: "words", value: ["added": .int(counts.addedWords), "removed": .int(counts.removedWords)]),
            JSONMember(
                name: "blocks",
                value: [
                    "added": .int(counts.addedBlocks), "removed": .int(counts.removedBlocks), "changed": .int(counts.changedBlocks),
                    "moved": .int(counts.movedBlocks),
                ]),
            JSONMember(name: "moves", value: .int(counts.moves)),
            JSONMember(name: "sentence_moves", value: .int(counts.sentenceMoves)),
            JSONMember(name: "notes", value: .array(diff.notes.map { .string(Self.name($0)) })),
            JSONMember(name: "changes", value: .array(diff.changes.filter(\.isChange).map { ChangeJSON($0, in: diff).value })),
        ]
        value = .object(PathJSON(comparison.path).members + members)
    }

    /// All notes there are.
    static let notes = ProseDiff.Note.allCases.map(name)

    private static func name(_ note: ProseDiff.Note) -> String {
        switch note {
        case .onlyLineEnds: "only-line-ends"
        case .onlyLastNewline: "only-last-newline"
        case .onlyNormalisation: "only-normalisation"
        case .onlySpace: "only-space"
        case .onlyForm: "only-form"
        case .alsoLineEnds: "also-line-ends"
        case .alsoLastNewline: "also-last-newline"
        case .coarse: "coarse"
        }
    }
}
