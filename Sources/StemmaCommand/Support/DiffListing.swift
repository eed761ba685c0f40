import Glibc
import Prose

/// How the command line shows a difference: like `git diff`, with changed words marked on a terminal.
struct DiffListing {
    let diff: TextDiff
    /// True where colours may be used.
    var isTerminal = isatty(STDOUT_FILENO) == 1

    private static let red = "\u{1B}[31m"
    private static let green = "\u{1B}[32m"
    private static let reversed = "\u{1B}[7m"
    private static let upright = "\u{1B}[27m"
    private static let plain = "\u{1B}[0m"

    /// The whole text.
    var text: String {
        diff.hunks.map { hunk in
            let head = "@@ -\(hunk.oldStart),\(hunk.oldCount) +\(hunk.newStart),\(hunk.newCount) @@\n"
            return head + hunk.rows.map(row).joined()
        }.joined() + diff.notes.map { "(\(Self.sentence($0)))\n" }.joined()
    }

    private func row(_ row: DiffRow) -> String {
        switch row {
        case .same(_, _, let text): " \(Self.line(text))\n"
        case .removed(_, let segments): line("-", segments, Self.red)
        case .added(_, let segments): line("+", segments, Self.green)
        case .changed(_, let before, _, let after): line("-", before, Self.red) + line("+", after, Self.green)
        }
    }

    private func line(_ sign: String, _ segments: [DiffSegment], _ colour: String) -> String {
        let hasSame = segments.contains { !$0.isChanged }
        let words = segments.map { segment in
            let text = Self.line(segment.text)
            return isTerminal && segment.isChanged && hasSame ? Self.reversed + text + Self.upright : text
        }.joined()
        return isTerminal ? "\(colour)\(sign)\(words)\(Self.plain)\n" : "\(sign)\(words)\n"
    }

    private static func line(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).printable }

    private static func sentence(_ note: TextDiff.Note) -> String {
        switch note {
        case .onlyLineEnds: "only line ends differ"
        case .onlyLastNewline: "only the last line's end differs"
        case .alsoLineEnds: "line ends differ, too"
        case .coarse: "these texts differ so much that the changes are shown coarsely"
        }
    }
}
