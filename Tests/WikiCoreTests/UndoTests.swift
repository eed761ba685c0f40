import Git
import TestSupport
import Testing
import WikiCore

/// Deleting, restoring and taking back: always a new commit, never at the cost of what came later.
@Suite struct UndoTests {
    @Test func undoKeepsLaterEdits() async throws {
        let history = try History()
        try history.commitToMain(["P.md": "one\n\ntwo\n\nthree\n"])
        let wrong = try history.commitToMain(["P.md": "one\n\nWRONG\n\ntwo\n\nthree\n"])
        try history.commitToMain(["P.md": "one\n\nWRONG\n\ntwo\n\nthree and later\n"])
        try await withWiki(history.data) { wiki in
            let saved = try await wiki.submit(.undo(commit: wrong)).saved()
            #expect(saved.isMerged && saved.path == GitPath("P"))
            #expect(try history.text("P.md") == "one\n\ntwo\n\nthree and later\n")
            await #expect(throws: WikiError.nothingToUndo) { try await wiki.submit(.undo(commit: wrong)) }
            _ = try await wiki.submit(.undo(commit: saved.revision)).saved()
            #expect(try history.text("P.md") == "one\n\nWRONG\n\ntwo\n\nthree and later\n")
            await #expect(throws: WikiError.unknownRevision(ObjectID.zero.hex)) { try await wiki.submit(.undo(commit: .zero)) }
        }
        try await expectRebuildIsSame(history.data)
    }

    @Test func undoOfWordsThatChangedSinceIsAPersonsDecision() async throws {
        let history = try History()
        try history.commitToMain(["P.md": "the old word\n"])
        let change = try history.commitToMain(["P.md": "the new word\n"])
        let tip = try history.commitToMain(["P.md": "the newest term\n"])
        try await withWiki(history.data) { wiki in
            let conflict = try await wiki.submit(.undo(commit: change)).conflict()
            #expect(conflict.theirs == Array("the newest term\n".utf8))
            #expect(conflict.yours == Array("the old word\n".utf8))
            #expect(conflict.base == Array("the new word\n".utf8))
            #expect(conflict.revision == tip)
            #expect(String(decoding: conflict.marked, as: UTF8.self).contains("the newest term\n"))
        }
        #expect(try history.main() == tip)
    }

    @Test func aCommitOfTooManyFilesIsLeftToGit() async throws {
        let history = try History()
        try history.commitToMain(["Home.md": "home\n"])
        let many = try history.commitToMain(Dictionary(uniqueKeysWithValues: (0...1000).map { ("P\($0).md", "text\n") }))
        let few = try history.commitToMain(Dictionary(uniqueKeysWithValues: (0..<40).map { ("Q\($0).md", "text\n") }))
        try await withWiki(history.data) { wiki in
            await #expect(throws: WikiError.tooManyFiles(limit: 1000)) { try await wiki.submit(.undo(commit: many)) }
            #expect(try history.main() == few)
            _ = try await wiki.submit(.undo(commit: few)).saved()
            #expect(try history.text("Q7.md") == nil && history.text("P7.md") == "text\n")
        }
    }

    @Test func undoOfACreation() async throws {
        let history = try History()
        try history.commitToMain(["Home.md": "home\n"])
        let lonely = try history.commitToMain(["Lonely.md": "text\n"])
        let built = try history.commitToMain(["Built.md": "text\n"])
        try history.commitToMain(["Built.md": "text\nand more\n"])
        try await withWiki(history.data) { wiki in
            _ = try await wiki.submit(.undo(commit: lonely)).saved()
            #expect(try history.text("Lonely.md") == nil)
            let conflict = try await wiki.submit(.undo(commit: built)).conflict()
            #expect(conflict.yours == nil && conflict.theirs == Array("text\nand more\n".utf8))
            #expect(try history.text("Built.md") == "text\nand more\n")
        }
    }

    @Test func aDeletedPageComesBack() async throws {
        let history = try History()
        let first = try history.commitToMain(["Home.md": "home\n", "P.md": "first\n"])
        let second = try history.commitToMain(["P.md": "second\n"])
        try await withWiki(history.data) { wiki in
            let gone = try await wiki.submit(.delete(path: GitPath("P"), base: second)).saved()
            #expect(try history.text("P.md") == nil)
            let id = try await wiki.read { try $0.index.deletedPage(path: GitPath("P"))?.id }
            let back = try await wiki.submit(.undo(commit: gone.revision)).saved()
            #expect(back.isNew && back.path == GitPath("P"))
            #expect(try history.text("P.md") == "second\n")
            _ = try await wiki.submit(.delete(path: GitPath("P"), base: back.revision)).saved()
            _ = try await wiki.submit(.restore(path: GitPath("P"), revision: first)).saved()
            #expect(try history.text("P.md") == "first\n")
            let revisions = try await wiki.read { snapshot in
                let page = try snapshot.index.page(path: GitPath("P"))
                return (page?.id, try page.map { try snapshot.index.revisions(of: $0.id, limit: 10).count })
            }
            #expect(revisions.0 == id && revisions.1 == 6)
        }
        try await expectRebuildIsSame(history.data)
        try history.git.check()
    }

    @Test func restoringAnOldText() async throws {
        let history = try History()
        let first = try history.commitToMain(["P.md": "first\r\nline\r\n"])
        let second = try history.commitToMain(["P.md": "second\n"])
        try await withWiki(history.data) { wiki in
            let saved = try await wiki.submit(.restore(path: GitPath("P"), revision: first)).saved()
            // The very bytes of that revision, line ends too.
            #expect(try history.git("rev-parse", "main:P.md") == history.git("rev-parse", "\(first.hex):P.md"))
            #expect(try await wiki.submit(.restore(path: GitPath("P"), revision: first)).isUnchanged)
            await #expect(throws: WikiError.notFound) { try await wiki.submit(.restore(path: GitPath("None"), revision: second)) }
            #expect(try history.git("rev-parse", "main^") == second.hex)
            #expect(try history.main() == saved.revision)
        }
    }

    @Test func aPageThatChangedSinceIsNotRestoredUnseen() async throws {
        let history = try History()
        let first = try history.commitToMain(["Home.md": "home\n", "P.md": "first\n"])
        let seen = try history.commitToMain(["P.md": "second\n"])
        let tip = try history.commitToMain(["P.md": "second\nand more\n"])
        try await withWiki(history.data) { wiki in
            let conflict = try await wiki.submit(.restore(path: GitPath("P"), revision: first, base: seen)).conflict()
            #expect(conflict.base == Array("second\n".utf8) && conflict.yours == Array("first\n".utf8))
            #expect(conflict.theirs == Array("second\nand more\n".utf8) && conflict.revision == tip)
            _ = try await wiki.submit(.delete(path: GitPath("P"), base: tip)).saved()
            let gone = try await wiki.submit(.restore(path: GitPath("P"), revision: first, base: tip)).conflict()
            #expect(gone.theirs == nil && gone.yours == Array("first\n".utf8))
            let deleted = try history.main()
            _ = try await wiki.submit(.restore(path: GitPath("P"), revision: first, base: deleted)).saved()
            let again = try await wiki.submit(.restore(path: GitPath("P"), revision: seen, base: deleted)).conflict()
            #expect(again.base == nil && again.theirs == Array("first\n".utf8))
            _ = try await wiki.submit(.restore(path: GitPath("P"), revision: seen, base: try history.main())).saved()
        }
        #expect(try history.text("P.md") == "second\n")
    }

    @Test func aPageThatChangedSinceIsNotDeletedUnseen() async throws {
        let history = try History()
        let base = try history.commitToMain(["P.md": "seen\n"])
        let tip = try history.commitToMain(["P.md": "seen\nand more\n"])
        try await withWiki(history.data) { wiki in
            let conflict = try await wiki.submit(.delete(path: GitPath("P"), base: base)).conflict()
            #expect(conflict.yours == nil && conflict.theirs == Array("seen\nand more\n".utf8) && conflict.revision == tip)
            _ = try await wiki.submit(.delete(path: GitPath("P"), base: tip)).saved()
            let late = try await wiki.save("P", "seen\nmine\n", base: tip).conflict()
            #expect(late.theirs == nil && late.yours == Array("seen\nmine\n".utf8) && late.revision == nil)
            // The person decides that it shall be again: a save without a base.
            _ = try await wiki.save("P", "seen\nmine\n", base: late.revision).saved()
        }
        #expect(try history.text("P.md") == "seen\nmine\n")
        try await expectRebuildIsSame(history.data)
    }

    @Test func attachmentsAndTheirUndo() async throws {
        let history = try History()
        try history.commitToMain(["Home.md": "home\n"])
        let path = GitPath("img/pic.png")
        try await withWiki(history.data) { wiki in
            let first = try await wiki.submit(.attach(path: path, bytes: [1, 0, 2], replaces: false)).saved()
            await #expect(throws: WikiError.exists(path)) { try await wiki.submit(.attach(path: path, bytes: [3], replaces: false)) }
            for name in ["Page.md", ".hidden", "a/../b.png", "x.git", "img", "img/pic.png/below"] {
                await #expect(throws: WikiError.self, "\(name)") {
                    try await wiki.submit(.attach(path: GitPath(name), bytes: [1], replaces: true))
                }
            }
            let second = try await wiki.submit(.attach(path: path, bytes: [3], replaces: true)).saved()
            #expect(!second.isNew)
            // What somebody replaced since is not taken away.
            await #expect(throws: WikiError.nothingToUndo) { try await wiki.submit(.undo(commit: first.revision)) }
            let undone = try await wiki.submit(.undo(commit: second.revision)).saved()
            #expect(try history.git.bytes(["cat-file", "blob", "\(undone.revision.hex):img/pic.png"]) == [1, 0, 2])
            _ = try await wiki.submit(.undo(commit: first.revision)).saved()
            #expect(try history.text("img/pic.png") == nil)
        }
        try await expectRebuildIsSame(history.data)
    }

    @Test func anEditFromBeforeAMoveFollowsThePage() async throws {
        let history = try History()
        let base = try history.commitToMain(["Old.md": "one\n\ntwo\n\nthree\n"])
        try history.commitToMain(["Old.md": .gone, "New.md": "one\n\ntwo\n\nthree\n"])
        try await withWiki(history.data) { wiki in
            let saved = try await wiki.save("Old", "one\n\ntwo\n\nthree and mine\n", base: base).saved()
            #expect(saved.path == GitPath("New") && !saved.isNew)
        }
        #expect(try history.text("New.md") == "one\n\ntwo\n\nthree and mine\n")
        #expect(try history.text("Old.md") == nil)
    }

    @Test func anEditFromBeforeAMoveThatLeftARedirectFollowsThePage() async throws {
        let history = try History()
        let base = try history.commitToMain(["Old.md": "one\n\ntwo\n\nthree\n"])
        try history.commitToMain(["Old.md": "---\nredirect: New\n---\n", "New.md": "one\n\ntwo\n\nthree\n"])
        try await withWiki(history.data) { wiki in
            let saved = try await wiki.save("Old", "one\n\ntwo\n\nthree and mine\n", base: base).saved()
            #expect(saved.path == GitPath("New"))
            // Who saw the redirect edits the redirect.
            let later = try await wiki.save("Old", "---\nredirect: Home\n---\n", base: saved.revision).saved()
            #expect(later.path == GitPath("Old"))
        }
        #expect(try history.text("New.md") == "one\n\ntwo\n\nthree and mine\n")
        #expect(try history.text("Old.md") == "---\nredirect: Home\n---\n")
    }
}
