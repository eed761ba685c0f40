import Testing

@testable import Prose

/// Sentences that went elsewhere.
@Suite struct MovedSentenceTests {
    private func marks(_ old: String, _ new: String) -> [String] { MarkedDiff(old, new).lines }

    private let git = "The wiki keeps the text in git."
    private let server = "It is easy to run the server at home."
    private let log = "All the edits are in the log."
    private let other = "Another paragraph tells of something else."

    @Test func aSentenceThatMovedInItsParagraphIsAMove() {
        #expect(
            marks("\(git) \(server) \(log) And on.\n", "\(server) \(git) \(log) And on.\n") == [
                "changed: [1-\(git) -]\(server) {1+\(git) +}\(log) And on."
            ])
        let found = MarkedDiff("\(git) \(server) \(log) And on.\n", "\(server) \(git) \(log) And on.\n").diff
        #expect(found.counts.sentenceMoves == 1 && found.counts.moves == 0)
        #expect(found.counts.addedWords == 0 && found.counts.removedWords == 0 && found.counts.changedBlocks == 1)
    }

    @Test func aSentenceThatWentToAnotherParagraphIsAMove() {
        #expect(
            marks("\(git) \(server) \(log)\n\n\(other) It ends.\n", "\(git) \(log)\n\n\(other) \(server) It ends.\n") == [
                "changed: \(git) [1-\(server) -]\(log)", "changed: \(other) {1+\(server) +}It ends.",
            ])
    }

    @Test func whatStayedIsComparedByWordsAroundIt() {
        #expect(
            marks(
                "\(git) \(server) \(log)\n\n\(other)\n",
                "\(git.replacing("keeps", with: "holds")) All of the edits are in the log.\n\n\(other) \(server)\n")
                == [
                    "changed: The wiki [-keeps-]{+holds+} the text in git. [1-\(server) -]All {+of +}the edits are in the log.",
                    "changed: \(other){1+ \(server)+}",
                ])
    }

    @Test func whatWentFromABlockThatWentIsAMove() {
        #expect(
            marks("\(other)\n\nGone for good. \(server)\n\n\(git)\n", "\(other)\n\n\(git) \(server)\n") == [
                "removed: [-Gone for good. -][1-\(server)-]", "changed: \(git){1+ \(server)+}",
            ])
    }

    @Test func neighboursGoAlongHoweverShort() {
        #expect(
            marks("\(git) \(server) Yes. \(log)\n\n\(other)\n", "\(git) \(log)\n\n\(other) \(server) Yes.\n") == [
                "changed: \(git) [1-\(server) Yes. -]\(log)", "changed: \(other){1+ \(server) Yes.+}",
            ])
    }

    @Test func aSentenceThatWasChangedOnItsWayShowsTheChange() {
        #expect(
            marks(
                "\(git) \(server) \(log)\n\n\(other) It ends.\n",
                "\(git) \(log)\n\n\(other) It is simple to run the server at home. It ends.\n") == [
                    "changed: \(git) [1-It is -][-easy-][1- to run the server at home. -]\(log)",
                    "changed: \(other) {1+It is +}{+simple+}{1+ to run the server at home. +}It ends.",
                ])
    }

    @Test func sentencesThatWereChangedWhereTheyStandDidNotMove() {
        let old =
            "Install the package with your package manager. Then start the service from the command line. Open the page in a browser.\n"
        let new =
            "Install the package with your own manager. Then start the new service from the command line. Open the page in any browser.\n"
        #expect(MarkedDiff(old, new).diff.counts.sentenceMoves == 0)
        let alike = (1...4).map { "Option \($0) of the program sets how many things it does at once." }
        let text = alike.map { $0 + "\n\n" }.joined()
        #expect(MarkedDiff(text, text.replacing("3 of the program", with: "7 of this program")).diff.counts.sentenceMoves == 0)
    }

    @Test func aSentenceThatStayedInARewrittenParagraphDidNotMove() {
        let (old, new) = (
            "What stood here first has nothing to do with it any more.", "Entirely different words came instead, and many of them."
        )
        let more = "Whoever reads on finds out quickly that no letter was left alone."
        #expect(
            marks("\(other)\n\n\(server) \(old) Gone.\n\n\(git)\n", "\(other)\n\n\(server) \(new) \(more)\n\n\(git)\n") == [
                "changed: \(server) [-What stood here first has nothing to do with it any more. Gone-]{+\(new) Whoever reads on finds out quickly that no letter was left alone+}."
            ])
    }

    @Test func whatSaysLittleIsNoMove() {
        let found = MarkedDiff("\(git) So be it. \(log)\n\n\(other)\n", "\(git) \(log)\n\n\(other) So be it.\n").diff
        #expect(found.counts.sentenceMoves == 0)
        let same = "Extraordinarily uncomplicated demonstrations."
        #expect(MarkedDiff("\(git) \(same) \(log)\n\n\(other)\n", "\(git) \(log)\n\n\(other) \(same)\n").diff.counts.sentenceMoves == 0)
    }

    @Test func theShorterOfTwoThatChangedPlacesMoved() {
        let long = "This one is much longer than the other, for it goes on and on about nothing in particular."
        #expect(marks("\(long) \(log)\n", "\(log) \(long)\n") == ["changed: {1+\(log) +}\(long)[1- \(log)-]"])
        #expect(marks("\(log) \(long)\n", "\(long) \(log)\n") == ["changed: [1-\(log) -]\(long){1+ \(log)+}"])
    }

    @Test func lineBreaksAndSignsOfQuotesAreNoWords() {
        let found = MarkedDiff(
            "> \(git)\n> \(server)\n\n\(other)\n", "> \(git)\n\n\(other) \(server.replacing("to run", with: "to\nrun"))\n"
        ).diff
        #expect(found.counts.sentenceMoves == 1)
    }

    @Test func chineseSentencesMove() {
        let (one, two, three) = ("今天我们去北京看朋友们了。", "明天我们一起去上海看大海吧。", "后天我们回家休息。")
        #expect(marks("\(one)\(two)\(three)\n", "\(two)\(one)\(three)\n") == ["changed: [1-\(one)-]\(two){1+\(one)+}\(three)"])
    }

    @Test func numbersFollowThoseOfBlocks() {
        let moved = "The first paragraph speaks of apples and pears, and of nothing else."
        let diff = MarkedDiff(
            "\(moved)\n\n\(git) \(server) \(log)\n\n\(other) It ends here with some words.\n",
            "\(git) \(log)\n\n\(other) It ends here with some words. \(server)\n\n\(moved)\n"
        ).diff
        #expect(diff.counts.moves == 1 && diff.counts.sentenceMoves == 1)
        #expect(diff.changes.compactMap(\.move) == [1, 1])
        #expect(diff.changes.flatMap(\.pieces).compactMap(\.move) == [2, 2])
    }

    /// A place in order that was only too costly to find is no move.
    @Test func whatTheBudgetDoesNotReachIsNoMove() {
        let text = (0..<40).map { "Sentence \($0) of some words. " }.joined()
        #expect(ProseDiff(old: bytes(text), new: bytes("New. " + text), budget: 10).counts.sentenceMoves == 0)
    }
}
