import Git
import TestSupport
import Testing
import WikiCore

/// The policy is asked about every file that an edit writes or removes, whatever kind of edit it is.
@Suite struct EditPolicyTests {
    private let policy = PathGuard()
    private let access = SettingsFile.access

    /// Files that are open but for those closed.
    private func prepared(closed: String, _ files: [String: History.Change]) throws -> (History, ObjectID) {
        let history = try History()
        let base = try history.commitToMain(files.merging([".stemma/access.yaml": .text(closed + "\n")]) { $1 })
        return (history, base)
    }

    @Test func savesAreAskedAboutTheFile() async throws {
        let (history, base) = try prepared(closed: "Book/A.md", ["Book/A.md": "a\n", "B.markdown": "b\n"])
        try await withWiki(history.data, policy: policy) { wiki in
            await #expect(throws: WikiError.protected(path: GitPath("Book/A.md"))) { try await wiki.save("Book/A", "x\n", base: base) }
            _ = policy.questions()
            _ = try await wiki.save("B", "x\n", base: base).saved()
            _ = try await wiki.save("Book/C", "new\n", base: nil).saved()
            #expect(policy.questions() == [["B.markdown"], ["Book/C.md"]])
            _ = try await wiki.submit(
                .save(path: GitPath("Book/A"), text: Array("y\n".utf8), base: base), editor: .wiki
            ).saved()
        }
        #expect(try history.text("Book/A.md") == "y\n")
    }

    @Test func aPageThatMovedIsJudgedWhereItIs() async throws {
        let (history, base) = try prepared(closed: "Book/A.md", ["Old.md": "one\n\ntwo\n"])
        try history.commitToMain(["Old.md": .gone, "Book/A.md": "one\n\ntwo\n"])
        _ = try await withWiki(history.data, policy: policy) { wiki in
            await #expect(throws: WikiError.protected(path: GitPath("Book/A.md"))) {
                try await wiki.save("Old", "one\n\ntwo!\n", base: base)
            }
        }
    }

    @Test func deletionsRestoringAndAttaching() async throws {
        let (history, base) = try prepared(
            closed: "P.md\npic.png\nGone.md", ["P.md": "p\n", "Gone.md": "g\n", "pic.png": "1", "Q.md": "q\n"])
        try history.commitToMain(["P.md": "p2\n", "Gone.md": .gone])
        try await withWiki(history.data, policy: policy) { wiki in
            await #expect(throws: WikiError.protected(path: GitPath("P.md"))) {
                try await wiki.submit(.delete(path: GitPath("P"), base: nil))
            }
            for page in ["P", "Gone"] {
                await #expect(throws: WikiError.protected(path: GitPath("\(page).md"))) {
                    try await wiki.submit(.restore(path: GitPath(page), revision: base))
                }
            }
            await #expect(throws: WikiError.protected(path: GitPath("pic.png"))) {
                try await wiki.submit(.attach(path: GitPath("pic.png"), bytes: [1], replaces: true))
            }
            _ = policy.questions()
            _ = try await wiki.submit(.delete(path: GitPath("Q"), base: nil)).saved()
            _ = try await wiki.submit(.restore(path: GitPath("Q"), revision: base)).saved()
            _ = try await wiki.submit(.attach(path: GitPath("a/b.png"), bytes: [1], replaces: false)).saved()
            #expect(policy.questions() == [["Q.md"], ["Q.md"], ["a/b.png"]])
        }
    }

    @Test func oneClosedFileRefusesAWholeUndo() async throws {
        let files: [String: History.Change] = ["A.md": "a\n", "B.md": "b\n", "pic.png": "1"]
        for closed in ["A.md", "B.md", "C.md", "pic.png", "none"] {
            let (history, _) = try prepared(closed: closed, files)
            let change = try history.commitToMain(["A.md": "a2\n", "B.md": .gone, "C.md": "c\n", "pic.png": "2", ".gitignore": "x\n"])
            try await withWiki(history.data, policy: policy) { wiki in
                _ = policy.questions()
                if closed == "none" {
                    _ = try await wiki.submit(.undo(commit: change)).saved()
                } else {
                    await #expect(throws: WikiError.protected(path: GitPath(closed))) { try await wiki.submit(.undo(commit: change)) }
                    #expect(try history.main() == change)
                }
                #expect(policy.questions() == [["A.md", "B.md", "C.md", "pic.png"]])
            }
        }
    }

    @Test func nobodySettlesWhatTheyMayNotSave() async throws {
        let (history, base) = try prepared(closed: "P.md", ["P.md": "the old word\n"])
        try history.commitToMain(["P.md": "the new word\n"])
        try await withWiki(history.data, policy: policy) { wiki in
            await #expect(throws: WikiError.protected(path: GitPath("P.md"))) {
                try await wiki.save("P", "the best word\n", base: base)
            }
            // Who may edit nothing at all hears of that first, whatever else is wrong.
            await #expect(throws: WikiError.blocked) {
                try await wiki.submit(.delete(path: GitPath("None"), base: base), editor: .account(9, limit: .full))
            }
        }
    }

    @Test func theRulesOfTheTurnCountAndNotThoseOfTheQuestion() async throws {
        let (history, base) = try prepared(closed: "none", ["P.md": "p\n", "Q.md": "q\n"])
        let gate = Gate()
        try await withWiki(history.data, policy: policy) { wiki in
            let holder = Task { try await wiki.edits.takeTurn { _ in await gate.pass() } }
            await gate.arrival()
            // All wait together; the rules that the second one writes hold for the third, though they could share a flush.
            var waiting: [Task<EditOutcome, any Error>] = []
            let rules = Edit.Action.configure(file: access, text: Array("P.md\n".utf8), base: base)
            let edit = { (text: String) in Edit.Action.save(path: GitPath("P"), text: Array(text.utf8), base: base) }
            for (action, editor) in [(edit("p\nfirst\n"), Editor.nobody), (rules, .wiki), (edit("p\nlater\n"), .nobody)] {
                waiting.append(Task { try await wiki.enqueue(action, editor: editor) })
                try await Task.sleep(for: .milliseconds(40))
            }
            gate.open()
            try await holder.value
            _ = try await (waiting[0].value.saved(), waiting[1].value.saved())
            await #expect(throws: WikiError.protected(path: GitPath("P.md"))) { try await waiting[2].value }
        }
        #expect(try history.text("P.md") == "p\nfirst\n")
    }
}
