import Git
import Testing
import WikiCore

@testable import Community

/// Who may edit what, in the state that the branch is in.
@Suite struct AccessPolicyTests {
    private static let book = """
        groups: {leads: [ada]}
        rules:
        - {path: "Book/Open/**", edit: anyone}
        - {path: "Book/**", edit: [group:leads, role:moderator]}
        - {path: Own.txt, edit: [user:ben]}
        - {path: Closed.txt, edit: []}
        - {path: "Mail/**", edit: [role:admin]}
        """

    @Test func rolesWithoutRules() async throws {
        let wiki = try await AccessWiki()
        for (index, role) in Role.allCases.enumerated() {
            let editor = wiki.register.set(Int64(index + 1), "p\(index)", role)
            #expect(try await wiki.objection(to: editor) == (role >= .contributor ? nil : .forbidden))
            #expect(try await wiki.objection(to: editor, "A.md", "b/c.png") == (role >= .contributor ? nil : .forbidden))
        }
        #expect(try await wiki.objection(to: .nobody) == .loginNeeded)
        #expect(try await wiki.objection(to: .nobody, "A.md") == .loginNeeded)
        #expect(try await wiki.objection(to: .wiki, "A.md", ".stemma/access.yaml") == nil)
    }

    @Test func anOpenWikiIsOpenWhereNoRuleFits() async throws {
        let wiki = try await AccessWiki(access: Self.book) { $0.editing = .open }
        let reader = wiki.register.set(1, "ron", .reader)
        for editor in [Editor.nobody, reader] {
            #expect(try await wiki.objection(to: editor, "A.md", "Book/Open/x.md") == nil)
            #expect(try await wiki.objection(to: editor, "A.md", "Book/x.md") == .protected(path: GitPath("Book/x.md")))
            #expect(try await wiki.objection(to: editor, ".stemma/x") == .protected(path: GitPath(".stemma/x")))
        }
    }

    @Test func whereNobodyHasChosenTheDoorsHaveAsked() async throws {
        let tried = try await AccessWiki { $0.editing = nil }
        #expect(try await tried.objection(to: .nobody, "A.md") == nil)
        let real = try await AccessWiki { $0.site.url = "https://example.org/" }
        #expect(try await real.objection(to: .nobody, "A.md") == .loginNeeded)
    }

    @Test func rulesForPathsPeopleAndGroups() async throws {
        let wiki = try await AccessWiki(access: Self.book)
        let people = [
            "ada": wiki.register.set(1, "ada", .contributor), "ben": wiki.register.set(2, "ben", .contributor),
            "mod": wiki.register.set(3, "mod", .moderator), "root": wiki.register.set(4, "root", .admin),
            "ron": wiki.register.set(5, "ron", .reader),
        ]
        let allowed: [String: Set<String>] = [
            "Other.md": ["ada", "ben", "mod", "root"], "Book/Open/x.md": ["ada", "ben", "mod", "root"],
            "Book/x.md": ["ada", "mod", "root"],
            "Own.txt": ["ben", "root"], "Closed.txt": ["root"], "Mail/x": ["root"], ".stemma/access.yaml": ["root"], ".stemma": ["root"],
            ".stemma/a/b": ["root"], ".stemmata/x": ["ada", "ben", "mod", "root"], "Book": ["ada", "ben", "mod", "root"],
        ]
        for (path, names) in allowed {
            for (name, editor) in people {
                let expected: WikiError? = names.contains(name) ? nil : name == "ron" ? .forbidden : .protected(path: GitPath(path))
                #expect(try await wiki.objection(to: editor, path) == expected, "\(name) \(path)")
            }
        }
        // One file of several is enough, and it is named.
        let ben = try #require(people["ben"])
        #expect(
            try await wiki.objection(to: ben, "Other.md", "Own.txt", "Closed.txt", "Book/x.md") == .protected(path: GitPath("Closed.txt")))
    }

    /// A rule lets in nobody who may not edit at all.
    @Test func rulesOnlyNarrow() async throws {
        let wiki = try await AccessWiki(access: "rules: [{path: \"**\", edit: [anyone, role:reader, user:ron]}]")
        #expect(try await wiki.objection(to: wiki.register.set(1, "ron", .reader), "A.md") == .forbidden)
        #expect(try await wiki.objection(to: .nobody, "A.md") == .loginNeeded)
    }

    @Test func aNarrowTokenIsNoAdmin() async throws {
        let wiki = try await AccessWiki(access: Self.book)
        wiki.register.set(1, "root", .admin)
        let token = Editor.account(1, limit: .write)
        #expect(try await wiki.objection(to: token, "Other.md") == nil)
        // As everywhere else, such a token reaches up to reviewers, whoever owns it.
        for path in ["Book/x.md", "Mail/x", "Closed.txt", ".stemma/access.yaml"] {
            #expect(try await wiki.objection(to: token, path) == .protected(path: GitPath(path)))
        }
    }

    @Test func stateAndRoleAreAskedAfresh() async throws {
        let wiki = try await AccessWiki()
        let ada = wiki.register.set(1, "ada", .contributor)
        #expect(try await wiki.objection(to: ada, "A.md") == nil)
        for (state, expected) in [(Account.State.blocked, WikiError.blocked), (.disabled, .blocked), (.deleted, .loginNeeded)] {
            wiki.register.set(1, "ada", .admin, state)
            #expect(try await wiki.objection(to: ada, "A.md") == expected)
        }
        wiki.register.set(1, "ada", .reader)
        #expect(try await wiki.objection(to: ada, "A.md") == .forbidden)
        #expect(try await wiki.objection(to: .account(99, limit: .full)) == .loginNeeded)
    }

    @Test func rulesThatCannotBeReadLeaveOnlyAdmins() async throws {
        let wiki = try await AccessWiki()
        let root = wiki.register.set(1, "root", .admin)
        let mod = wiki.register.set(2, "mod", .moderator)
        let large = Array("rules: []\n".utf8) + [UInt8](repeating: UInt8(ascii: "#"), count: 70_000)
        let cases: [(bytes: [UInt8], mode: UInt32, line: Int?)] = [
            (Array("rules:\n- path: a\n".utf8), 0o100644, 2), (large, 0o100644, nil), (Array("../elsewhere".utf8), 0o120000, nil),
        ]
        for item in cases {
            try await wiki.commit([".stemma/access.yaml": item.bytes], mode: item.mode)
            for editor in [mod, .nobody, .account(1, limit: .write)] {
                guard case .invalidRules(let line, let reason)? = try await wiki.objection(to: editor, "A.md") else {
                    if editor != .nobody { Issue.record("\(editor) may edit") }
                    continue
                }
                #expect(line == item.line && !reason.isEmpty)
            }
            #expect(try await wiki.objection(to: .nobody, "A.md") != nil)
            #expect(try await wiki.objection(to: root, "A.md", ".stemma/access.yaml") == nil)
        }
        let action = Edit.Action.configure(file: SettingsFile.access, text: Array("rules: []\n".utf8), base: nil)
        _ = try await wiki.submit(action, by: root)
        #expect(try await wiki.objection(to: mod, "A.md") == nil)
        try await wiki.commit([".stemma/access.yaml": nil])
        #expect(try await wiki.objection(to: mod, "A.md") == nil)
    }

    @Test func theRulesAreThoseOfTheState() async throws {
        let wiki = try await AccessWiki(access: "rules: [{path: a.txt, edit: []}]\n")
        let ada = wiki.register.set(1, "ada", .contributor)
        let root = wiki.register.set(2, "root", .admin)
        await #expect(throws: WikiError.protected(path: GitPath("a.txt"))) { try await wiki.attach("a.txt", by: ada) }
        let base = wiki.wiki.indexedTip
        let text = Array("rules:\r\n- path: b.txt\r\n  edit: []\r\n".utf8)
        await #expect(throws: WikiError.protected(path: SettingsFile.access)) {
            try await wiki.submit(.configure(file: SettingsFile.access, text: text, base: base), by: ada)
        }
        _ = try await wiki.submit(.configure(file: SettingsFile.access, text: text, base: base), by: root)
        _ = try await wiki.attach("a.txt", by: ada)
        await #expect(throws: WikiError.protected(path: GitPath("b.txt"))) { try await wiki.attach("b.txt", by: ada) }
        _ = try await wiki.attach("b.txt", by: root)
        let broken = Array("rules:\n- path: c.txt\n  who: ada\n".utf8)
        await #expect(throws: WikiError.invalidRules(line: 3, reason: "there is no key “who” here; there are path and edit")) {
            try await wiki.submit(.configure(file: SettingsFile.access, text: broken, base: wiki.wiki.indexedTip), by: root)
        }
    }

    /// Fine when it asked, blocked when its turn has come.
    @Test func whoIsBlockedMeanwhileIsRefusedAtTheTurn() async throws {
        let wiki = try await AccessWiki()
        let ada = wiki.register.set(1, "ada", .contributor)
        let waiting = try await wiki.wiki.edits.takeTurn { _ in
            let waiting = Task { try await wiki.attach("a.txt", by: ada) }
            try await Task.sleep(for: .milliseconds(50))
            wiki.register.set(1, "ada", .contributor, .blocked)
            return waiting
        }
        await #expect(throws: WikiError.blocked) { try await waiting.value }
    }

    @Test func anErrorOfTheRegisterRefuses() async throws {
        struct Broken: EditorRegister, Error {
            func accountBlocking(id: Int64) throws -> Account? { throw self }
        }
        let wiki = try await AccessWiki()
        let policy = AccessPolicy(register: Broken())
        await #expect(throws: Broken.self) {
            try await wiki.wiki.read { try policy.objection(to: .account(1, limit: .full), changing: [], in: $0) }
        }
    }
}
