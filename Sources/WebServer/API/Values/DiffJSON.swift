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
        _ comparison: PageComparison, _ diff: TextDiff, layout: PagesLayout, pusher: (Revision) -> String? = { _ in nil }
    ) {
        func revision(_ revision: Revision) -> JSONValue { RevisionJSON(revision, layout: layout, pusher: pusher(revision)).value }
        let words = WordChange(old: comparison.old ?? [], new: comparison.new ?? [])
        let members = [
            JSONMember(name: "from", value: comparison.from.map(revision) ?? .null),
            JSONMember(name: "to", value: revision(comparison.to)),
            JSONMember(name: "lines", value: ["added": .int(diff.addedLines), "removed": .int(diff.removedLines)]),
            JSONMember(name: "words", value: ["added": .int(words.added), "removed": .int(words.removed)]),
            JSONMember(name: "notes", value: .array(diff.notes.map { .string(Self.name($0)) })),
            JSONMember(name: "hunks", value: .array(diff.hunks.map(Self.hunk))),
        ]
        value = .object(PathJSON(comparison.path).members + members)
    }

    private static func name(_ note: TextDiff.Note) -> String {
        switch note {
        case .onlyLineEnds: "only-line-ends"
        case .onlyLastNewline: "only-last-newline"
        case .alsoLineEnds: "also-line-ends"
        case .coarse: "coarse"
        }
    }

    private static func hunk(_ hunk: DiffHunk) -> JSONValue {
        [
            "old_start": .int(hunk.oldStart), "old_count": .int(hunk.oldCount), "new_start": .int(hunk.newStart),
            "new_count": .int(hunk.newCount), "rows": .array(hunk.rows.map(row)),
        ]
    }

    private static func row(_ row: DiffRow) -> JSONValue {
        switch row {
        case .same(let old, let new, let text):
            ["kind": "same", "old": .int(old), "new": .int(new), "text": line(text)]
        case .removed(let old, let segments):
            ["kind": "removed", "old": .int(old), "old_segments": self.segments(segments)]
        case .added(let new, let segments):
            ["kind": "added", "new": .int(new), "new_segments": self.segments(segments)]
        case .changed(let old, let before, let new, let after):
            ["kind": "changed", "old": .int(old), "old_segments": segments(before), "new": .int(new), "new_segments": segments(after)]
        }
    }

    private static func segments(_ segments: [DiffSegment]) -> JSONValue {
        .array(segments.map { ["text": line($0.text), "changed": .bool($0.isChanged)] })
    }

    /// For reading: bytes that are not UTF-8 become U+FFFD.
    private static func line(_ bytes: [UInt8]) -> JSONValue { .string(String(decoding: bytes, as: UTF8.self)) }
}
