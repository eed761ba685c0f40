import Testing

@testable import Prose

@Suite struct TextDiffTests {
    private func diff(_ old: String, _ new: String, context: Int? = 3) -> TextDiff {
        TextDiff(old: bytes(old), new: bytes(new), context: context)
    }

    /// A row as a line of text: words that changed stand in brackets.
    private func shown(_ row: DiffRow) -> [String] {
        func joined(_ segments: [DiffSegment]) -> String {
            segments.map { $0.isChanged ? "[\(string($0.text))]" : string($0.text) }.joined()
        }
        return switch row {
        case .same(_, _, let text): ["  " + string(text)]
        case .removed(_, let segments): ["- " + joined(segments)]
        case .added(_, let segments): ["+ " + joined(segments)]
        case .changed(_, let old, _, let new): ["~ " + joined(old), "~ " + joined(new)]
        }
    }

    private func rows(_ diff: TextDiff) -> [String] { diff.hunks.flatMap(\.rows).flatMap(shown) }

    @Test func changedWordsAreMarkedWhole() {
        #expect(
            rows(diff("The quick fox jumps.\n", "The quickest fox jumps.\n")) == [
                "~ The [quick] fox jumps.", "~ The [quickest] fox jumps.",
            ])
        #expect(rows(diff("one two three four\n", "one two and three four\n")) == ["~ one two three four", "~ one two [and ]three four"])
        #expect(rows(diff("Ends here and now.\n", "Ends here and now!\n")) == ["~ Ends here and now[.]", "~ Ends here and now[!]"])
    }

    @Test func changesPartedByNothingOfWeightAreOne() {
        #expect(
            rows(diff("keep all of red, green and more\n", "keep all of blue, brown and more\n"))
                == ["~ keep all of [red, green] and more", "~ keep all of [blue, brown] and more"])
        #expect(
            rows(diff("we saw the dog run far away\n", "we heard the cat run far away\n"))
                == ["~ we [saw the dog] run far away", "~ we [heard the cat] run far away"])
    }

    @Test func linesThatHaveLittleInCommonAreNoPair() {
        #expect(rows(diff("Alpha beta gamma.\n", "One two three.\n")) == ["- [Alpha beta gamma.]", "+ [One two three.]"])
        #expect(rows(diff("a long and winding road\n", "a short cut\n")) == ["- [a long and winding road]", "+ [a short cut]"])
    }

    @Test func linesPairByWhatTheySay() {
        let old = "Apples grow on trees in autumn.\nBread is baked in the oven.\n"
        let new = "Something new stands first here.\nApples grow on tall trees in autumn.\nBread is baked in a hot oven.\n"
        #expect(
            rows(diff(old, new)) == [
                "+ [Something new stands first here.]", "~ Apples grow on trees in autumn.", "~ Apples grow on [tall ]trees in autumn.",
                "~ Bread is baked in [the] oven.", "~ Bread is baked in [a hot] oven.",
            ])
    }

    @Test func hunksHaveContextAndNumbersAsInAPatch() {
        let old = (1...30).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 5\n", with: "").replacing("line 20\n", with: "line 20\nadded\n")
        let found = diff(old, new)
        #expect(found.hunks.map { [$0.oldStart, $0.oldCount, $0.newStart, $0.newCount] } == [[2, 7, 2, 6], [18, 6, 17, 7]])
        #expect(found.hunks[0].rows[3] == .removed(old: 5, segments: [DiffSegment(text: bytes("line 5"), isChanged: true)]))
        #expect(found.hunks[1].rows[3] == .added(new: 20, segments: [DiffSegment(text: bytes("added"), isChanged: true)]))
        #expect(found.addedLines == 1 && found.removedLines == 1)
        #expect(
            diff(old, new, context: 0).hunks.map { [$0.oldStart, $0.oldCount, $0.newStart, $0.newCount] } == [
                [5, 1, 4, 0], [20, 0, 20, 1],
            ])
        #expect(diff(old, new, context: 8).hunks.count == 1)
        #expect(diff(old, new, context: 7).hunks.count == 2)
        let full = diff(old, new, context: nil)
        #expect(full.hunks.count == 1 && full.hunks[0].rows.count == 31)
        #expect(diff("", "a\n").hunks.map { [$0.oldStart, $0.oldCount, $0.newStart, $0.newCount] } == [[0, 0, 1, 1]])
    }

    @Test func whatIsNoChangeOfTextIsNamed() {
        #expect(diff("a\nb\n", "a\nb\n").isEmpty)
        #expect(diff("a\nb\n", "a\r\nb\r\n").notes == [.onlyLineEnds])
        #expect(diff("a\nb\n", "a\r\nb\r\n").hunks.isEmpty)
        #expect(diff("a\nb", "a\nb\n").notes == [.onlyLastNewline])
        #expect(diff("a\r\nb\r\n", "a\r\nb").notes == [.onlyLastNewline])
        #expect(diff("a\nb\n", "a\r\nb").notes == [.onlyLineEnds])
        let mixed = diff("a\nb\n", "a\r\nB\r\n")
        #expect(mixed.notes == [.alsoLineEnds] && mixed.hunks.count == 1)
        #expect(diff("a\nb", "a\nb\nc\n").notes == [])
    }

    @Test func formsOfALetterDiffer() {
        #expect(
            rows(diff("caf\u{E9} au lait here\n", "cafe\u{301} au lait here\n")) == [
                "~ [caf\u{E9}] au lait here", "~ [cafe\u{301}] au lait here",
            ])
        #expect(
            rows(diff("hello \u{1F468}\u{200D}\u{1F469} there\n", "hello \u{1F468}\u{200D}\u{1F467} there\n")).first
                == "~ hello [\u{1F468}\u{200D}\u{1F469}] there")
        #expect(
            rows(diff("\u{E01}\u{E34}\u{E19}\u{E02}\u{E49}\u{E32}\u{E27}\n", "\u{E01}\u{E34}\u{E19}\u{E19}\u{E49}\u{E33}\u{E27}\n")).last
                == "~ \u{E01}\u{E34}\u{E19}[\u{E19}\u{E49}\u{E33}]\u{E27}")
    }

    @Test func rowsAreTheTextsWhateverTheBudget() {
        var random = SeededGenerator(seed: 51)
        for round in 0..<1500 {
            let old = round % 4 == 0 ? random.bytes(most: 200) : random.text(lines: 20)
            let new = round % 3 == 0 ? random.text(lines: 20) : random.edited(old)
            let diff = TextDiff(
                old: old, new: new, context: nil, budget: round % 5 == 0 ? 5 : 100_000, wordBudget: round % 7 == 0 ? 20 : 100_000)
            guard !diff.hunks.isEmpty else { continue }
            var sides: (old: [[UInt8]], new: [[UInt8]]) = ([], [])
            for row in diff.hunks.flatMap(\.rows) {
                switch row {
                case .same(let oldLine, let newLine, let text):
                    sides.old.append(text)
                    sides.new.append(text)
                    #expect(oldLine == sides.old.count && newLine == sides.new.count)
                case .removed(let line, let segments):
                    sides.old.append(segments.flatMap(\.text))
                    #expect(line == sides.old.count)
                case .added(let line, let segments):
                    sides.new.append(segments.flatMap(\.text))
                    #expect(line == sides.new.count)
                case .changed(let oldLine, let oldSegments, let newLine, let newSegments):
                    sides.old.append(oldSegments.flatMap(\.text))
                    sides.new.append(newSegments.flatMap(\.text))
                    #expect(oldLine == sides.old.count && newLine == sides.new.count)
                    #expect((oldSegments + newSegments).allSatisfy { !$0.text.isEmpty })
                    let kept = [oldSegments, newSegments].map { $0.filter { !$0.isChanged }.flatMap(\.text) }
                    #expect(kept[0] == kept[1])
                }
            }
            #expect(sides.old == contents(old))
            #expect(sides.new == contents(new))
        }
    }

    private func contents(_ text: [UInt8]) -> [[UInt8]] {
        let lines = TextLines(text)
        return (0..<lines.count).map { Array(lines.text[lines.content(of: $0)]) }
    }

    @Test func aLongLineIsRefinedByWords() {
        let words = (0..<12_000).map { "word\($0)" }
        var changed = words
        changed[500] = "other"
        changed[11_000] = "another"
        let found = TextDiff(old: bytes(words.joined(separator: " ")), new: bytes(changed.joined(separator: " ")))
        guard case .changed(_, let segments, _, _) = found.hunks.first?.rows.first else {
            Issue.record("no pair")
            return
        }
        #expect(segments.filter(\.isChanged).map { string($0.text) } == ["word500", "word11000"])
    }

    @Test func theWorstTextsStayWithinTheBudgets() {
        var random = SeededGenerator(seed: 52)
        let noise: (Int, [String]) -> [UInt8] = { count, words in
            bytes((0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined())
        }
        let cases = [
            (noise(8_000, ["a\n", "b\n"]), noise(8_000, ["a\n", "b\n"])),
            (noise(8_000, ["a ", "b "]), noise(8_000, ["a ", "b "])),
            (noise(2_000, ["some words here\n", "some other here\n", "words "]), noise(2_000, ["some words there\n", "words \n"])),
        ]
        for (old, new) in cases {
            let (budget, wordBudget) = (100_000, 100_000)
            let found = TextDiff(old: old, new: new, budget: budget, wordBudget: wordBudget)
            #expect(found.cost <= 3 * (budget + wordBudget) + 60 * (old.count + new.count))
        }
    }
}
