import Git
import Testing

@testable import Community

/// The access file as it is read: exactly what it says, or an error that says where.
@Suite struct AccessRulesTests {
    private func error(_ text: String) -> String? {
        do throws(AccessRulesError) {
            _ = try AccessRules(parsing: Array(text.utf8))
            return nil
        } catch {
            return "\(error.line.map(String.init) ?? "-"): \(error.reason)"
        }
    }

    private func rules(_ text: String) throws -> AccessRules { try AccessRules(parsing: Array(text.utf8)) }

    @Test func aWholeFile() throws {
        let rules = try rules(
            """
            # Who may edit what
            groups:
              leads: [ada, Grace]
              empty: []
            rules:
              - path: "Book/**"         # the book
                edit: [group:leads, role:moderator]
              - path: 'Book/Notes.md'
                edit: anyone
              - {path: Über uns.md, edit: [user:ada-2]}
              - path: News/**
                edit: []
            """)
        #expect(rules.groups == ["leads": ["ada", "grace"], "empty": []])
        #expect(rules.rules.map(\.path.text) == ["Book/**", "Book/Notes.md", "Über uns.md", "News/**"])
        #expect(rules.rules.map(\.editors) == [[.group("leads"), .role(.moderator)], [.anyone], [.user("ada-2")], []])
        #expect(rules.rules.map(\.line) == [6, 8, 10, 11])
    }

    @Test func theFirstRuleThatFitsDecides() throws {
        let rules = try rules(
            "rules:\n- {path: Book/Open.md, edit: anyone}\n- {path: Book/**, edit: role:reviewer}\n- {path: \"**\", edit: role:admin}\n")
        func line(_ path: String) -> Int? { rules.rule(for: GitPath(path))?.line }
        #expect(line("Book/Open.md") == 2 && line("Book/Other.md") == 3 && line("Home.md") == 4)
        #expect(try self.rules("rules: []").rule(for: GitPath("Home.md")) == nil)
    }

    /// What the lookup takes for one name is one name to a rule, or whoever comes first could take a page that is kept for others.
    @Test(arguments: [
        ("Rules.md", "rules.md", true), ("Rules.md", "RULES.markdown", true), ("Book/**", "book/One.md", true),
        ("Getting Started.md", "getting-started.md", true), ("Caf\u{E9}.md", "CAFE\u{301}.md", true), ("Book/*.md", "book/a/b.md", false),
        ("Rules.md", "Rules.md.md", false), ("Rules.md", "Ruled.md", false), ("Rules.md", "x/Rules.md", false),
    ])
    func aRuleHoldsForAllNamesOfAPage(_ pattern: String, _ file: String, _ fits: Bool) throws {
        let rules = try rules("rules:\n  - path: \"\(pattern)\"\n    edit: []\n")
        #expect((rules.rule(for: GitPath(file)) != nil) == fits)
    }

    @Test func whoARuleLetsIn() throws {
        let rules = try rules(
            "groups: {g: [ada]}\nrules:\n- {path: a, edit: [role:reviewer, user:ben, group:g]}\n- {path: b, edit: anyone}\n")
        let (rule, open) = (rules.rules[0], rules.rules[1])
        #expect(rules.admits("cy", role: .reviewer, by: rule) && rules.admits("cy", role: .moderator, by: rule))
        #expect(!rules.admits("cy", role: .contributor, by: rule) && !rules.admits(nil, role: nil, by: rule))
        #expect(rules.admits("ben", role: .reader, by: rule) && rules.admits("ada", role: .contributor, by: rule))
        #expect(!rules.admits("Ada", role: .contributor, by: rule) && !rules.admits("g", role: .contributor, by: rule))
        #expect(rules.admits(nil, role: nil, by: open))
    }

    @Test(arguments: ["", "\n", "# nothing\n", "groups:\nrules:\n", "rules: []\n", "---\n", "\u{FEFF}# mark\nrules: []\n", "rules:\r\n"])
    func filesWithoutRules(_ text: String) throws {
        #expect(try rules(text) == .none)
    }

    @Test(arguments: [
        ("rule: []", "1: there is no key “rule” here; there are groups and rules"),
        ("groups: {}\nroles: {}", "2: there is no key “roles” here; there are groups and rules"),
        ("rules:\n- path: a\n  edits: anyone", "3: there is no key “edits” here; there are path and edit"),
        ("rules:\n- path: a", "2: a rule has a path and says who may edit: path: and edit:"),
        ("rules:\n- edit: anyone", "2: a rule has a path and says who may edit: path: and edit:"),
        ("rules:\n- path:\n  edit: anyone", "2: a value is missing, or is not one word"),
        ("rules:\n- path: a\n  edit:", "3: edit is a list of words, such as [user:ada, role:moderator]"),
        ("rules:\n- path: a\n  edit: [user: ada]", "3: edit is a list of words, such as [user:ada, role:moderator]"),
        (
            "rules:\n- path: a\n  edit:\n  - user:ada\n  - everybody",
            "5: “everybody” names nobody; write anyone, role:NAME, user:NAME or group:NAME"
        ),
        ("rules:\n- path: a\n  edit: role:owner", "3: there is no role “owner”; there are reader, contributor, reviewer, moderator, admin"),
        ("rules:\n- path: a\n  edit: user:a b", "3: “a b” cannot be the name of an account"),
        ("rules:\n- path: a\n  edit: group:leads", "2: there is no group “leads”"),
        ("rules:\n- path: /a\n  edit: anyone", "2: “/a” is no path in the repository, such as Book/** or Book/Home.md"),
        ("rules:\n- path: a**\n  edit: anyone", "2: ** stands alone between slashes, such as Book/**/Notes.md"),
        ("rules:\n- path: **/a\n  edit: anyone", "2: a text that begins with * stands in quotes, such as \"**/Draft.md\""),
        ("rules: {path: a}", "1: rules are a list"), ("rules:\n- a", "2: a rule is not a list of keys with values"),
        ("- a", "1: the file is not a list of keys with values"), ("just words", "1: the file is not a list of keys with values"),
        ("groups: [a]", "1: groups is not a list of keys with values"),
        ("groups:\n  a: {b: c}", "2: a group is a list of words, such as [user:ada, role:moderator]"),
        ("groups:\n  a: [\"b c\"]", "2: “b c” cannot be the name of an account"),
        ("groups:\n  \"a:b\": []", "2: “a:b” cannot be the name of a group; use letters, digits, -, _ and ."),
        ("groups: {}\ngroups: {}", "1: “groups” is there twice"),
        ("rules: []\n---\nrules: []", "2: this is not YAML (but found another document)"),
        ("a: &x [1]\nb: *x", "1: a word that begins with & would be an anchor, and these are not taken"),
        ("rules:\n-\t&x", "2: a word that begins with & would be an anchor, and these are not taken"),
        ("rules: []\u{0}", "1: there is a control character"), ("[a]: b", "1: a key is one word"),
    ])
    func mistakesSayWhereTheyAre(_ text: String, _ expected: String) {
        #expect(error(text) == expected)
    }

    @Test func brokenYAMLSaysWhereItIs() {
        #expect(error("rules:\n  - path: \"a\n")?.contains("this is not YAML") == true)
        #expect(error("rules:\n\t- a\n")?.hasPrefix("2: this is not YAML") == true)
        #expect(error("\u{1}") == "1: there is a control character")
        #expect(throws: AccessRulesError("the file is not UTF-8")) { try AccessRules(parsing: Array("rules: []\n# ".utf8) + [0xFF]) }
    }

    @Test func ampersandsWithinWords() throws {
        let rules = try rules("rules:\n- path: R&D/**\n  edit: anyone\n- path: \"Research & Development/**\"\n  edit: anyone\n")
        #expect(rules.rules.map(\.path.text) == ["R&D/**", "Research & Development/**"])
    }

    /// Each of these makes some parser slow, large or dead.
    @Test func hostileFilesAreRefused() {
        let rule = "- {path: a, edit: anyone}\n"
        #expect(error("rules:\n" + String(repeating: rule, count: 501))?.contains("more than 500 rules") == true)
        #expect(error(String(repeating: "# padding\n", count: 6554)) == "-: the file is longer than 64 KiB")
        #expect(error("rules: " + String(repeating: "[", count: 60_000)) != nil)
        #expect(error("rules: " + String(repeating: "- ", count: 30_000)) != nil)
        #expect(error("rules:\n" + String(repeating: "- ", count: 30_000)) != nil)
        #expect(error(String(repeating: "? ", count: 30_000)) != nil)
        #expect(error(String(repeating: "{a: ", count: 15_000)) != nil)
        let laughs = (0..<30).map { "a\($0): &a\($0) [\($0 == 0 ? "x" : "*a\($0 - 1), *a\($0 - 1)")]\n" }.joined()
        #expect(error(laughs)?.contains("anchor") == true)
        for mark in ["\"", "'", "]", "}", ":", "\u{A0}", "\u{85}", "\u{2028}"] {
            #expect(error("a\(mark)&x") != nil && error("rules: \(mark)&x [*x]") != nil)
        }
    }
}
