import Git
import Glibc
import Markup
import TestSupport
import Testing
import WikiCore

@Suite struct EditQueueTests {
    @Test func aSaveIsACommitByThePersonThroughTheWiki() async throws {
        let history = try History()
        let first = try history.commitToMain(["Home.md": "# Home\n"])
        try await withWiki(history.data, { $0.site.name = "Our Wiki" }) { wiki in
            let saved = try await wiki.save("Guide/New Page", "Text", base: nil, by: "Zoë", "  Begin\u{0} a \n\n page\t").saved()
            #expect(saved.isNew && !saved.isMerged && saved.path == GitPath("Guide/New Page"))
            #expect(wiki.indexedTip == saved.revision)
            #expect(try await wiki.read { try $0.index.page(path: GitPath("Guide/New Page"))?.title } == "New Page")
        }
        let format = "%an|%ae|%at|%cn|%ce|%ct|%P|%B"
        #expect(
            try history.git("log", "-1", "--format=\(format)", "main")
                == "Zoë|zoë@example.org|1700000000|Our Wiki|wiki@users.noreply.localhost|1700000000|\(first.hex)|Begin a page\n")
        #expect(try history.text("Guide/New Page.md") == "Text\n")
        try history.git.check()
    }

    @Test func theFirstEditOfAnEmptyWiki() async throws {
        let history = try History()
        try await withWiki(history.data) { wiki in
            #expect(wiki.indexedTip == nil)
            let saved = try await wiki.save("Home", "# Hello", base: nil).saved()
            #expect(try history.main() == saved.revision)
            #expect(try await wiki.save("Home", "# Hello\n", base: saved.revision).isUnchanged)
            #expect(try history.git("rev-list", "--count", "main") == "1")
        }
        try await expectRebuildIsSame(history.data)
    }

    @Test func messagesAndNamesCannotForge() async throws {
        let history = try History()
        try history.commitToMain(["Home.md": "a\n"])
        try await withWiki(history.data) { wiki in
            let author = EditAuthor(name: "Eve <root@example.org> 0 +0000\nparent 1234\u{0}", email: "e>v\ne@x")
            let action = Edit.Action.save(path: GitPath("Home"), text: Array("b\n".utf8), base: try history.main())
            let edit = Edit(action: action, author: author, summary: "\n\nauthor Mallory <m@x> 1 +0000\r\n\u{1B}[31mred", time: 1)
            _ = try await wiki.submit(edit).saved()
        }
        #expect(
            try history.git("log", "-1", "--format=%an|%ae|%s", "main")
                == "Eve root@example.org 0 +0000parent 1234|eve@x|author Mallory <m@x> 1 +0000 [31mred")
        try history.git.check()
    }

    @Test func whatWasNotChangedStaysToTheByte() async throws {
        let cases: [(old: String, form: String, new: String)] = [
            ("a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n", "a\r\nB\r\nc\r\n"),
            ("a\nb\nc\n", "a\r\nB\r\nc\r\n", "a\nB\nc\n"),
            ("\u{FEFF}a\nb\n", "a\r\nb\r\nc\r\n", "\u{FEFF}a\nb\nc\n"),
            ("a\nb", "A\r\nb", "A\nb"),
            ("a\r\nb\nc\r\n", "a\r\nb\r\nc\r\nd\r\n", "a\r\nb\nc\r\nd\r\n"),
            ("---\nb: 1 # note\na: 2\n---\ntext\n", "---\r\nb: 1 # note\r\na: 2\r\n---\r\nmore\r\n", "---\nb: 1 # note\na: 2\n---\nmore\n"),
        ]
        for (number, item) in cases.enumerated() {
            let history = try History()
            let base = try history.commitToMain(["P.md": .text(item.old)])
            try await withWiki(history.data) { wiki in
                _ = try await wiki.save("P", item.form, base: base).saved()
                // The same text once more, as a form sends it, changes nothing.
                #expect(try await wiki.save("P", item.form, base: history.main()).isUnchanged)
            }
            let bytes = try history.git.bytes(["cat-file", "blob", "main:P.md"])
            #expect(bytes == Array(item.new.utf8), "case \(number)")
            #expect(try history.git("diff", "--numstat", base.hex, "main").hasPrefix("1\t"), "case \(number)")
        }
    }

    @Test func onlyThePageItselfChanges() async throws {
        let history = try History()
        let tree = try history.updated(
            history.repository.writeEmptyTree(),
            ["run.md": .bytes(Array("a\n".utf8), mode: 0o100755), "link": .symlink("run.md"), "x/y.md": "y"])
        let base = try history.commit(tree: tree, onto: [])
        try history.setMain(base)
        try await withWiki(history.data) { _ = try await $0.save("run", "b", base: base).saved() }
        #expect(try history.git("diff-tree", "-r", "--name-status", base.hex, "main") == "M\trun.md")
        #expect(try history.git("ls-tree", "--format=%(objectmode)", "main", "run.md") == "100755")
    }

    @Test func refusals() async throws {
        let history = try History()
        let base = try history.commitToMain(["Home.md": "a\n", "A.md": "x\n", "pic.png": "png"])
        try await withWiki(history.data, { $0.limits.page = 100 }) { wiki in
            await #expect(throws: WikiError.tooLarge(limit: 100)) {
                try await wiki.save("Home", String(repeating: "x", count: 101), base: base)
            }
            await #expect(throws: WikiError.summaryTooLong(limit: 500)) {
                try await wiki.save("Home", "b", base: base, String(repeating: "s", count: 501))
            }
            await #expect(throws: WikiError.notText) { try await wiki.save("Home", "b\u{0}", base: base) }
            await #expect(throws: WikiError.notText) { try await wiki.submit(.save(path: GitPath("Home"), text: [0xFF], base: base)) }
            await #expect(throws: WikiError.badName(.leadingCharacter("."))) { try await wiki.save(".git/config", "b", base: nil) }
            await #expect(throws: WikiError.badName(.tooAlike(GitPath("Home")))) { try await wiki.save("home", "b", base: nil) }
            await #expect(throws: WikiError.exists(GitPath("pic.png"))) { try await wiki.save("pic.png/Page", "b", base: nil) }
            await #expect(throws: WikiError.exists(GitPath("A.md"))) { try await wiki.save("A.md/Page", "b", base: nil) }
            await #expect(throws: WikiError.notFound) { try await wiki.submit(.delete(path: GitPath("None"), base: base)) }
            let foreign = try history.commit(["Home.md": "elsewhere\n"])
            await #expect(throws: WikiError.unknownRevision(foreign.hex)) { try await wiki.save("Home", "b", base: foreign) }
            await #expect(throws: WikiError.unknownRevision(ObjectID.zero.hex)) { try await wiki.save("Home", "b", base: .zero) }
        }
        #expect(try history.main() == base)
    }

    @Test func aPolicyIsAskedAndItsWordCounts() async throws {
        struct NobodyButTheFirst: EditPolicy {
            func objection(to editor: Editor, changing files: [GitPath], in snapshot: WikiSnapshot) -> WikiError? {
                editor == .account(1, limit: .full) ? nil : .forbidden
            }
        }
        let history = try History()
        let base = try history.commitToMain(["Home.md": "a\n"])
        let wiki = try openWiki(history.data, policy: NobodyButTheFirst())
        try await wiki.indexer.catchUp()
        await #expect(throws: WikiError.forbidden) { try await wiki.save("Home", "b", base: base) }
        let action = Edit.Action.save(path: GitPath("Home"), text: Array("c".utf8), base: base)
        await #expect(throws: WikiError.forbidden) { try await wiki.submit(action, editor: .account(1, limit: .write)) }
        _ = try await wiki.submit(action, editor: .account(1, limit: .full)).saved()
        await wiki.close()
        await #expect(throws: WikiError.closing) {
            try await wiki.edits.submit(Edit(action: .undo(commit: base), author: .init(name: "Ann", email: "a@b"), summary: "", time: 0))
        }
    }

    @Test func aHeldLockIsToldAndLeftAlone() async throws {
        let history = try History()
        let base = try history.commitToMain(["Home.md": "a\n"])
        let lock = "\(history.data.repository)/refs/heads/main.lock"
        try await withWiki(history.data) { wiki in
            close(open(lock, O_CREAT | O_WRONLY, 0o644))
            await #expect(throws: WikiError.busy) { try await wiki.save("Home", "b", base: base) }
            #expect(access(lock, F_OK) == 0)
            #expect(try history.main() == base)
            unlink(lock)
            _ = try await wiki.save("Home", "b", base: base).saved()
        }
        #expect(try history.text("Home.md") == "b\n")
    }
}
