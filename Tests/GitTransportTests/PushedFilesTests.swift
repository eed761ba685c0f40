import Git
import TestSupport
import Testing
import WikiCore

@testable import GitTransport

@Suite struct PushedFilesTests {
    /// Why one new file is refused; nil where it is not.
    private func fault(_ push: MadeUpPush, _ first: ObjectID, _ name: String, _ text: String = "x") throws -> FileFault? {
        let commit = try push.commit([name: text], onto: [first])
        guard let refusal = try push.refusal(commit) else { return nil }
        guard case .commit(let id, .file(let path, let fault)) = refusal, id == commit, path == GitPath(name) else {
            Issue.record("\(name): \(refusal)")
            return nil
        }
        return fault
    }

    @Test func newNamesFollowTheRules() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let cases: [(name: String, problem: NameProblem)] = [
            ("a\\b.md", .backslash), ("-rf.md", .leadingCharacter("-")), ("F/--output=x.md", .leadingCharacter("-")),
            ("new\nline.md", .controlCharacter), ("esc\u{1B}[31m.md", .controlCharacter), ("bidi\u{202E}.md", .controlCharacter),
            ("Cafe\u{301}.md", .notCanonical), (String(repeating: "n", count: 201) + ".md", .tooLong(limit: 200)),
            ("_private.md", .leadingCharacter("_")), ("x.git/config", .reservedEnding), ("trailing ", .reservedEnding),
            ((0..<6).map { _ in String(repeating: "d", count: 190) }.joined(separator: "/") + ".md", .pathTooLong(limit: 1024)),
        ]
        for item in cases {
            #expect(try fault(push, first, item.name) == .name(item.problem), "\(item.name)")
        }
        for name in ["Was ist das?.md", "C++.md", "日本.md", "F/_Sidebar.md", "data.csv", "a&b|c.md", ".gitignore", ".github/x/y.yml"] {
            #expect(try fault(push, first, name) == nil, "\(name)")
        }
    }

    @Test func bytesThatAreNoTextAreNoName() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let path = GitPath(bytes: [0x62, 0xFF] + Array(".md".utf8))
        let repository = try Repository(directory: push.wiki.directory)
        let tree = try repository.updateTree(
            repository.commit(first).tree, [.put(path, mode: TreeUpdate.fileMode, blob: repository.writeBlob([1]))])
        let commit = try push.commit(tree: tree, onto: [first])
        #expect(try push.refusal(commit) == .commit(commit, .file(path, .name(.notUTF8))))
    }

    @Test func whatIsThereAlreadyMayStayAndChange() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["bad\\name.md": "a", "Cafe\u{301}.md": "b", "A.md": "c"])
        let changed = try push.commit(["bad\\name.md": "changed", "A.md": "changed"], onto: [first])
        #expect(try push.refusal(changed) == nil)
        // Also by a branch that left before the file came.
        let fresh = try push.commit(["bad\\name.md": "other"], onto: [])
        let merge = try push.commit(["bad\\name.md": "both"], onto: [changed, fresh])
        #expect(try push.refusal(merge) == nil)
        let renamed = try push.commit(["bad\\name.md": nil, "worse\\name.md": "a"], onto: [first])
        #expect(try push.refusal(renamed) == .commit(renamed, .file(GitPath("worse\\name.md"), .name(.backslash))))
    }

    @Test func sizesAreBoundedByWhatAFileIs() throws {
        let push = try MadeUpPush {
            $0.limits.page = 1000
            $0.limits.attachment = 5000
        }
        let first = try push.begin(["A.md": "a"])
        let large = String(repeating: "a", count: 1001)
        #expect(try fault(push, first, "Page.md", large) == .tooLarge(limit: 1000))
        #expect(try fault(push, first, "_Footer.markdown", large) == .tooLarge(limit: 1000))
        #expect(try fault(push, first, "data.csv", large) == nil)
        #expect(try fault(push, first, "data.csv", String(repeating: "a", count: 5001)) == .tooLarge(limit: 5000))
        #expect(try fault(push, first, ".hidden", String(repeating: "b", count: 5001)) == .tooLarge(limit: 5000))
        #expect(try fault(push, first, "Page.md", String(repeating: "a", count: 1000)) == nil)
        // A later commit that takes it away again does not help: it stays in the history.
        let huge = try push.commit(["Page.md": large], onto: [first])
        let gone = try push.commit(["Page.md": nil], onto: [huge])
        #expect(try push.refusal(gone) == .commit(huge, .file(GitPath("Page.md"), .tooLarge(limit: 1000))))
    }

    @Test func pagesAreText() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        #expect(try fault(push, first, "Zero.md", "a\u{0}b") == .notText)
        let latin = try push.blob([0x47, 0x72, 0xFC, 0xDF])
        for (name, isRefused) in [("Latin.md", true), ("latin.txt", false)] {
            let tree = try push.tree([("100644", name, latin)])
            let commit = try push.commit(tree: tree, onto: [first])
            #expect(try push.refusal(commit) == (isRefused ? .commit(commit, .file(GitPath(name), .notText)) : nil))
        }
    }

    @Test func linksAndOtherRepositoriesStayOut() throws {
        let push = try MadeUpPush()
        let target = try push.blob("../../etc/passwd")
        let wiki = try Repository(directory: push.wiki.directory)
        let known = try wiki.writeBlob(Array("A.md".utf8))
        let first = try push.begin([:], raw: [("120000", "link.md", known), ("160000", "sub", known)])
        let link = try push.tree([("120000", "new.md", target)])
        let linking = try push.commit(tree: link, onto: [first])
        #expect(try push.refusal(linking) == .commit(linking, .file(GitPath("new.md"), .symlink)))
        let module = try push.commit(tree: push.tree([("160000", "other", first)]), onto: [first])
        #expect(try push.refusal(module) == .commit(module, .file(GitPath("other"), .submodule)))
        // A file that becomes a link is a new link; links that are there may change.
        let file = try push.commit(["A.md": "a"], onto: [first])
        let turned = try push.commit(tree: push.tree([("120000", "A.md", target)]), onto: [file])
        #expect(try push.refusal(turned) == .commit(turned, .file(GitPath("A.md"), .symlink)))
        let changed = try push.commit(tree: push.tree([("120000", "link.md", target), ("160000", "sub", first)]), onto: [first])
        #expect(try push.refusal(changed) == nil)
    }

    @Test func settingsAreForAdmins() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        #expect(try fault(push, first, ".stemma/access.yaml", "rules: []\n") == .settings)
        #expect(try fault(push, first, ".stemma/other", "x") == .settings)
        push.rules.mayConfigure = true
        #expect(try fault(push, first, ".stemma/access.yaml", "rules: []\n") == nil)
        let error = WikiError.invalidRules(line: 3, reason: "it is no list")
        push.rules.settingsFault = { text, path in path == SettingsFile.access && text.starts(with: Array("bad".utf8)) ? error : nil }
        #expect(try fault(push, first, ".stemma/access.yaml", "bad") == .rules(error))
        // What is put right within one push counts as it ends.
        let bad = try push.commit([".stemma/access.yaml": "bad"], onto: [first])
        #expect(try push.refusal(push.commit([".stemma/access.yaml": "good"], onto: [bad])) == nil)
    }

    @Test func aPagesRootLeavesTheRestAlone() throws {
        let push = try MadeUpPush { $0.pages.root = "docs" }
        let first = try push.begin(["docs/A.md": "a"])
        #expect(try fault(push, first, "_config.yml") == nil)
        #expect(try fault(push, first, "src/-x") == .name(.leadingCharacter("-")))
        #expect(try fault(push, first, "docs/_x.md") == .name(.leadingCharacter("_")))
    }
}
