import Testing

@testable import Prose

@Suite struct QuietSpaceTests {
    /// The pieces that came or went and are to be marked, of all changes.
    private func marked(_ old: String, _ new: String) -> [String] {
        let diff = ProseDiff(old: bytes(old), new: bytes(new))
        return diff.changes.flatMap { change in
            let quiet = QuietSpace(change, of: diff)
            return change.pieces.filter { $0.kind != .equal && !quiet.contains($0) }.map {
                $0.kind == .deleted ? "-" + string(diff.old.text[$0.oldRange]) : "+" + string(diff.new.text[$0.newRange])
            }
        }
    }

    @Test func wrappedTextIsQuiet() {
        #expect(marked("Words in a line\nthat goes on and on.\n", "Words in a line that\ngoes on and on.\n") == [])
        #expect(marked("One paragraph here.\n\nAnother one.\n", "One paragraph here.\n\n\n\nAnother one.\n") == [])
    }

    @Test func aBreakThatSplitsOrJoinsIsMarked() {
        let (one, two) = ("Alpha beta gamma delta.", "Epsilon zeta eta theta iota.")
        #expect(marked("\(one) \(two)\n", "\(one)\n\n\(two)\n") == ["- ", "+\n\n"])
        #expect(marked("\(one)\n\n\(two)\n", "\(one) \(two)\n") == ["-\n\n", "+ "])
    }

    @Test func spaceCountsInCode() {
        #expect(marked("```\na = 1\nb = 2\n```\n", "```\na = 1\n    b = 2\n```\n") == ["+    "])
    }

    @Test func whatAReaderSeesIsMarked() {
        #expect(marked("Call it with f(x) and more words.\n", "Call it with f (x) and more words.\n") == ["+ "])
    }
}
