import Testing

@testable import Prose

@Suite struct AuthorshipTests {
    /// The words of a text with who wrote them: `0:The 1:cat`.
    private func credits(_ text: String, _ authorship: Authorship) -> [String] {
        let text = bytes(text)
        let head = authorship.head
        return Tokens(text).list.filter { $0.kind == .word }.map { token in
            let origin = head.origin(at: token.range.lowerBound)
            let page = origin.map { $0.page == 0 ? "" : "\($0.page)/" } ?? ""
            return "\(page)\(origin.map { String($0.revision) } ?? "?"):\(string(text[token.range]))"
        }
    }

    private func credits(_ texts: String...) -> [String] {
        var authorship = Authorship()
        for (revision, text) in texts.enumerated() { authorship.append(bytes(text), by: UInt32(revision)) }
        return credits(texts.last ?? "", authorship)
    }

    /// Which revisions wrote the words, each once, in order of the text.
    private func revisions(_ credits: [String]) -> [String] {
        credits.map { String($0.prefix { $0 != ":" }) }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private let stone = "The mason cuts the stone with a chisel and a heavy hammer."
    private let river = "A river carries sand and pebbles down to its wide mouth."
    private let bread = "Bakers knead dough early, long before anybody else wakes up."

    @Test func anEditInPlaceCreditsTheNewWordsAlone() {
        #expect(
            credits("The cat sat on the mat.", "The black cat sat on a mat!") == [
                "0:The", "1:black", "0:cat", "0:sat", "0:on", "1:a", "0:mat",
            ])
    }

    @Test func aChangeOfCaseOrSignsCreditsWhatChanged() {
        #expect(credits("see the Wiki page, now", "see the wiki page; now") == ["0:see", "0:the", "1:wiki", "0:page", "0:now"])
    }

    @Test func aLoneCommonWordIsNoMatch() {
        let old = "Once upon a time there lived in the forest an old woman with three goats"
        let new = "Compile everything twice, then measure again under the heaviest load your server can carry"
        #expect(revisions(credits(old + " " + stone, new + " " + stone)) == ["1", "0"])
    }

    @Test func equalWordsDoNotSwap() {
        let old = "- go to town\n- go to bed\n- go to work\n"
        #expect(credits(old, "- go to sea\n" + old).prefix(6) == ["1:go", "1:to", "1:sea", "0:go", "0:to", "0:town"])
    }

    @Test func aParagraphThatMovesAndIsEditedKeepsItsWriter() {
        let moved = stone.replacing("heavy", with: "light")
        #expect(
            revisions(credits("\(stone)\n\n\(river)\n\n\(bread)\n", "\(river)\n\n\(bread)\n\n\(moved)\n")) == ["0", "1", "0"])
    }

    @Test func blankingAndJunkAreForgottenOnceReverted() {
        let good = "# Stones\n\n\(stone)\n\n- yes\n- no\n\n\(river)\n"
        #expect(revisions(credits(good, "", good)) == ["0"])
        #expect(revisions(credits(good, "junk junk\n\n- yes\n", good)) == ["0"])
        // In part, and with an edit at once.
        let partly = "# Stones\n\n\(stone.replacing("heavy", with: "wooden"))\n\n- yes\n- no\n"
        #expect(revisions(credits(good, "junk junk\n\n- yes\n", partly)) == ["0", "2", "0"])
    }

    @Test func whatComesBackAfterYearsWithEditsKeepsItsWriter() {
        var authorship = Authorship()
        authorship.append(bytes("\(stone) \(river)\n\n\(bread)\n"), by: 0)
        for revision in 1...50 { authorship.append(bytes("\(bread)\n\nDay \(revision) went by.\n"), by: UInt32(revision)) }
        let text = "\(bread)\n\nDay 50 went by.\n\n\(stone.replacing("chisel", with: "saw")) \(river.replacing("wide", with: "narrow"))\n"
        authorship.append(bytes(text), by: 51)
        let credits = credits(text, authorship)
        #expect(credits.filter { $0.hasPrefix("51:") } == ["51:saw", "51:narrow"])
        #expect(credits.count { $0.hasPrefix("0:") } == 12 + 11 + 10 - 2)
    }

    @Test func aReflowChangesNobody() {
        let long = [stone, river, bread].joined(separator: " ")
        #expect(revisions(credits(long, long.replacing(" ", with: "\n"))) == ["0"])
        #expect(revisions(credits(long, long.replacing(". ", with: ".\r\n\r\n"))) == ["0"])
    }

    @Test func aCopyIsTheFirstWriters() {
        #expect(revisions(credits(stone, "\(stone)\n\n\(river)\n", "\(stone)\n\n\(river)\n\n\(stone)\n")) == ["0", "1", "0"])
    }

    @Test func shortThingsAreNotFoundInThePast() {
        let with = "\(stone)\n\n## See also\n\n- yes\n"
        #expect(credits(with, stone, "\(stone)\n\n- yes\n\n\(river)\n").contains("2:yes"))
    }

    @Test func aMergeFindsTheWordsOfBothParents() {
        var authorship = Authorship()
        let (fork, mine) = ("\(stone)\n\n\(river)\n", "\(stone.replacing("heavy", with: "small"))\n\n\(river)\n")
        let theirs = "\(stone)\n\n\(river)\n\n\(bread)\n"
        let merge = "\(stone.replacing("heavy", with: "small"))\n\n\(river)\n\n\(bread)\n"
        authorship.append(bytes(fork), by: 0)
        authorship.append(bytes(mine), by: 1)
        authorship.append(bytes(theirs), by: 2, parents: [TextFingerprint(of: bytes(fork))])
        let report = authorship.append(bytes(merge), by: 3, parents: [mine, theirs].map { TextFingerprint(of: bytes($0)) })
        #expect(report.added == 0)
        #expect(revisions(credits(merge, authorship)) == ["0", "1", "0", "2"])
    }

    @Test func textFromAnotherPageKeepsItsWriter() {
        var other = Authorship()
        let left = "## Bread\n\n\(bread)\n\n\(river)\n"
        other.append(bytes(left), by: 5)
        var authorship = Authorship()
        authorship.append(bytes("\(stone)\n"), by: 6)
        let text = "\(stone)\n\n## Bread\n\n\(bread)\n\n\(river.replacing("wide", with: "muddy"))\n"
        let source = AuthoredSource(text: bytes(left), authors: other.head.named(3))
        authorship.append(bytes(text), by: 7, sources: [source])
        #expect(revisions(credits(text, authorship)) == ["6", "3/5", "7", "3/5"])
    }

    /// Words that went away, and come home in a sentence that was edited there.
    @Test func wordsOfThisPageComeHomeAsItsOwn() {
        var authorship = Authorship()
        authorship.append(bytes("\(stone)\n"), by: 1)
        let there = "\(bread)\n\n\(river)\n"
        let runs = [(bread, Origin(revision: 2)), ("\n\n" + river + "\n", Origin(revision: 3, page: 4))].map {
            AuthoredRun(length: $0.utf8.count, words: 1, origin: $1)
        }
        let text = "\(stone)\n\n\(bread)\n\n\(river)\n"
        authorship.append(bytes(text), by: 5, sources: [AuthoredSource(text: bytes(there), authors: AuthoredText(runs))])
        #expect(revisions(credits(text, authorship)) == ["1", "2", "4/3"])
    }

    @Test func sourcesAreNotAskedForWhatThePageHasItself() {
        var authorship = Authorship()
        authorship.append(bytes(stone), by: 1)
        authorship.append([], by: 2)
        var other = Authorship()
        other.append(bytes(stone), by: 0)
        authorship.append(bytes(stone + " " + bread), by: 3, sources: [AuthoredSource(text: bytes(stone), authors: other.head.named(9))])
        #expect(revisions(credits(stone + " " + bread, authorship)) == ["1", "3"])
    }

    @Test(arguments: [
        ("na\u{EF}ve caf\u{E9} au lait \u{1EC7}", "nai\u{308}ve cafe\u{301} au lait e\u{302}\u{323}"),
        ("\u{D55C}\u{AD6D}\u{C5B4} \u{304C}", "\u{1112}\u{1161}\u{11AB}\u{AD6D}\u{C5B4} \u{304B}\u{3099}"),
    ]) func spellingsOfUnicodeAreOne(_ composed: String, _ decomposed: String) {
        #expect(revisions(credits(composed, decomposed)) == ["0"])
    }

    @Test(arguments: [
        ("\u{6211}\u{7231}\u{4F60}\u{3002}", "\u{6211}\u{5F88}\u{7231}\u{4F60}\u{3002}", ["0", "1", "0", "0"]),
        (
            "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{5E2}\u{5D5}\u{5DC}\u{5DD}",
            "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{5E8}\u{5D1} \u{5E2}\u{5D5}\u{5DC}\u{5DD}", ["0", "1", "0"]
        ),
        ("\u{E17}\u{E35}\u{E48}\u{E19}\u{E35}\u{E48}", "\u{E17}\u{E35}\u{E48}\u{E19}\u{E35}\u{E48}\u{E04}", ["0", "0", "1"]),
    ]) func scriptsOfAllKindsAreCreditedWordByWord(_ old: String, _ new: String, _ revisions: [String]) {
        #expect(credits(old, new).map { String($0.prefix(1)) } == revisions)
    }

    @Test func anEmojiIsOneThing() {
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
        var authorship = Authorship()
        authorship.append(bytes("we \(family)"), by: 0)
        authorship.append(bytes("we \(family)\u{1F44D}\u{1F3FD}"), by: 1)
        #expect(authorship.head.runs.map(\.length) == [3 + family.utf8.count, 8])
    }
}
