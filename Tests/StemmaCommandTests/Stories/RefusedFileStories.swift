import Testing

/// Files that no form would take are not taken from a push either. Each time git's user reads which file in which commit.
@Suite("Files that cannot be pushed")
struct RefusedFileStories {
    private let wiki: RunningWiki
    private let ben: GitFolder

    init() throws {
        wiki = try RunningWiki(files: ["Home.md": "Home\n", "Folder/Page.md": "Page\n"], settings: "editing: accounts\n")
        try wiki.add("ben")
        ben = try wiki.clone(as: "ben")
    }

    /// Expects that a commit is refused with a line that names it, the file, and why.
    private func expectRefused(_ commit: String, _ shown: String, _ why: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try wiki.expectRefused(shown, "in commit \(commit.prefix(7)): ", why, sourceLocation: sourceLocation) {
            try ben.outcome("push", "origin", "\(commit):refs/heads/main")
        }
    }

    /// Names that a form refuses, as people are shown them, and why.
    static let names: [(bytes: [UInt8], shown: String, why: String)] = [
        (Array("a\nb.md".utf8), "a\\u{A}b.md", "no control characters"), (Array("a\rb.txt".utf8), "a\\u{D}b.txt", "no control characters"),
        (Array("\u{1B}[31mred.md".utf8), "\\u{1B}[31mred.md", "no control characters"),
        (Array("a\u{202E}b.md".utf8), "a\\u{202E}b.md", "no control characters"),
        ([0x66, 0xFC, 0x72, 0x2E, 0x6D, 0x64], "f\\xFCr.md", "not UTF-8"),
        (Array("back\\slash.md".utf8), "back\\\\slash.md", "no backslash"),
        (Array("cafe\u{301}.md".utf8), "cafe\u{301}.md", "normal form of Unicode"),
        (Array("--output=x.md".utf8), "--output=x.md", "may begin with -"),
        (Array("trailing .md".utf8), "trailing .md", "This name is reserved."),
        (Array("page.git.md".utf8), "page.git.md", "This name is reserved."),
        (Array("\(String(repeating: "n", count: 250)).md".utf8), String(repeating: "n", count: 250), "at most 200 bytes"),
        (Array("\(String(repeating: "n", count: 4094)).md".utf8), String(repeating: "n", count: 300), "The whole name may have at most"),
        (Array("home.md".utf8), "home.md", "differs from Home.md only in case"),
        (Array("HOME.markdown".utf8), "HOME.markdown", "differs from Home.md"),
    ]

    @Test func names() throws {
        for (bytes, shown, why) in Self.names { try expectRefused(try ben.commit(file: bytes), shown, why) }
        let inFolder = try ben.commit(
            tree: ben.tree(with: ("40000", Array("Other".utf8), ben.tree([("100644", Array("-x.md".utf8), ben.blob("x"))]))))
        try expectRefused(inFolder, "Other/-x.md", "may begin with -")
    }

    /// Names that git itself knows to be dangerous, and refuses in its own words, behind ours.
    @Test func whatGitRefusesItself() throws {
        let file = try ben.blob("x\n")
        for name in [".git", ".GIT", "git~1", ".g\u{200C}it", ".git."] {
            let commit = try ben.commit(tree: ben.tree(with: ("100644", Array(name.utf8), file)))
            let result = try ben.outcome("push", "origin", "\(commit):refs/heads/main")
            let told = result.errors.split(separator: "\n").filter { $0.hasPrefix("remote: ") }
            #expect(result.code != 0 && told.first?.contains("Git holds an object of this push to be damaged") == true, "\(told)")
            #expect(told.contains { $0.contains("error: object ") }, "git names it: \(told)")
        }
        let home = Array("Home.md".utf8)
        let twice = try ben.commit(tree: ben.tree([("100644", home, file), ("100644", home, try ben.blob("y\n"))]))
        #expect(try ben.outcome("push", "origin", "\(twice):refs/heads/main").code != 0)
        #expect(try wiki.git.subjects().count == 1)
        try wiki.expectNothingLeft()
    }

    @Test func kindsAndContents() throws {
        try expectRefused(
            try ben.commit(file: Array("Link.md".utf8), Array("/etc/passwd".utf8), mode: "120000"), "Link.md",
            "Symbolic links cannot be added")
        try expectRefused(try ben.commit(file: Array("link.png".utf8), Array("Home.md".utf8), mode: "120000"), "link.png", "Symbolic links")
        let other = try ben.commit(tree: ben.tree(with: ("160000", Array("vendor".utf8), ben.id())))
        try expectRefused(other, "vendor", "Another repository cannot be put into this one.")
        try expectRefused(try ben.commit(file: Array("Latin.md".utf8), [0x66, 0xFC, 0x72, 0x0A]), "Latin.md", "A page is UTF-8 text")
        try expectRefused(try ben.commit(file: Array("Nul.md".utf8), [0x61, 0, 0x62]), "Nul.md", "without NUL bytes")
        let large = [UInt8](repeating: UInt8(ascii: "x"), count: (2 << 20) + 1)
        try expectRefused(try ben.commit(file: Array("Large.md".utf8), large), "Large.md", "It is larger than 2 MiB.")
        #expect(try ben.outcome("push", "origin", "\(try ben.commit(file: Array("large.bin".utf8), large)):refs/heads/main").code == 0)
    }

    /// The fault lies in the middle of a push that ends well: it is found, and named.
    @Test func aFaultThatALaterCommitTakesBack() throws {
        try ben.commit(["Good.md": "Good.\n"])
        let bad = try ben.commit(file: Array("Latin.md".utf8), [0xFF])
        let good = try ben.commit(tree: ben.tree(of: "HEAD", with: ("100644", Array("Fine.md".utf8), ben.blob("Fine.\n"))), onto: bad)
        try wiki.expectRefused("Latin.md in commit \(bad.prefix(7))", "A page is UTF-8 text") {
            try ben.outcome("push", "origin", "\(good):refs/heads/main")
        }
        let pushed = try ben.outcome("push", "origin", "main")
        #expect(pushed.code == 0, "without it the rest is taken: \(pushed.errors)")
    }

    @Test func heads() throws {
        func commit(_ author: String, _ message: String = "Odd", committer: String = "Ben <ben@example.org> 1700000000 +0000") throws
            -> String
        {
            let tree = try ben.tree(with: ("100644", Array("New.md".utf8), ben.blob("New.\n")))
            let text = "tree \(tree)\nparent \(try ben.id())\nauthor \(author)\ncommitter \(committer)\n\n\(message)\n"
            return try ben.object("commit", Array(text.utf8))
        }
        let usual = "Ben <ben@example.org> 1700000000 +0000"
        for (id, why) in [
            (try commit("Ben <ben@example.org> 9223372036854775807 +0000"), "Its date lies before 1970 or after the year 9999."),
            (try commit(usual, committer: "Ben <ben@example.org> 253402300800 +0000"), "Its date lies before 1970"),
            (try commit("Ben <ben@example.org> 1700000000 +9999"), "Its time zone does not exist."),
            (try commit(usual, String(repeating: "s", count: 501)), "The summary may have at most 500 characters."),
        ] {
            try wiki.expectRefused("Commit \(id.prefix(7)): \(why)") { try ben.outcome("push", "origin", "\(id):refs/heads/main") }
        }
        #expect(try ben.outcome("push", "origin", "\(try commit(usual)):refs/heads/main").code == 0)
    }

    @Test func filesOfGitAndOfForges() throws {
        try ben.commit([
            ".gitignore": "*.tmp\n", ".gitattributes": "*.md text\n", ".mailmap": "Ada <a@b.c>\n",
            ".github/workflows/test.yaml": "on: push\n",
            ".editorconfig": "root = true\n",
        ])
        let pushed = try ben.outcome("push", "origin", "main")
        #expect(pushed.code == 0, "\(pushed.errors)")
        for address in ["/.gitignore", "/.mailmap", "/.github/workflows/test.yaml", "/.github"] {
            #expect(try Visitor(wiki).get(address).status == 404, "\(address) is not served")
        }
    }
}
