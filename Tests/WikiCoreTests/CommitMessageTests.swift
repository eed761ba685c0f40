import TestSupport
import Testing
import WikiCore

/// Messages of commits are shown without e-mail addresses, and otherwise as they are.
@Suite struct CommitMessageTests {
    @Test(arguments: [
        ("Thanks to Bob <bob@example.org> for this", "Thanks to Bob for this"), ("By \"B. Ob\" <bob@example.org>", "By \"B. Ob\""),
        ("Bob<bob@example.org>, Eve\t<eve@example.org>", "Bob, Eve"), ("Reported by <bob@example.org>", "Reported by bob"),
        ("Von <bob@example.org>", "Von bob"), ("<bob@example.org>", "bob"), ("Mail (bob@example.org).", "Mail (bob)."),
        ("pp@example.org <pp@example.org>", "pp"), ("Ask bob@example.org.", "Ask bob."), ("bob@example.org: ok", "bob: ok"),
        ("bob.o+wiki_x@mail.example.co.uk's", "bob.o+wiki_x's"), ("mailto:bob@example.org?subject=x", "mailto:bob?subject=x"),
        ("BOB@EXAMPLE.ORG", "BOB"), ("\"bob ob\"@example.org", "\"bob ob\""), ("bob@example.org.2", "bob.2"),
        ("bob@example.org@example.net", "bob"), ("<a@example.org,b@example.org>", "a,b"), ("bob@xn--bcher-kva.xn--p1ai", "bob"),
        ("bob@bücher.example", "bob"), ("bob@пример.рф»", "bob»"), ("请联系bob@example.com谢谢", "请联系bob谢谢"), ("用户@例子.广告。", "用户。"),
        ("lists/bob@example.org.txt", "lists/bob.txt"),
    ])
    func noAddressIsShown(_ line: String, _ expected: String) {
        #expect(CommitMessage(line).subject == expected)
        #expect(CommitMessage("Edit\n\n\(line)").body == expected)
        #expect(CommitMessage.subject(of: line) == expected)
    }

    @Test(arguments: [
        "@mention", "Thanks, @ada.l!", "@app.route", "(@Bar.class)", "\"@app.route\"", "`@a.bc`", "'@a.bc'", "x=\"@a.bc\"", "pkg@v1.2.3",
        "react@18.0.0-alpha.beta", "pkg@latest", "@scope/pkg@1.x", "actions/checkout@v4", "user@host:path", "user@host.org:path/x",
        "git@example.org:owner/name.git", "scp ann@host.example.org:~/x .", "ssh://git@example.org/x", "https://ann:pw@example.org/x",
        "https://example.org/@ada.l/x", "logo@2x.png", "site@main.service", "HEAD@{1.day.ago}", "main@{upstream}", "$@.tmp",
        "*@example.org", "@@ -1,2 +3,4 @@", "ann@localhost", "a@b", "@", "a@", "a@.org", "a@org.", "a @ b.org", "<@>",
    ])
    func whatIsNoAddressStays(_ line: String) {
        #expect(CommitMessage("\(line) and on").subject == "\(line) and on")
        #expect(CommitMessage("Edit\n\nSee \(line)").body == "See \(line)")
    }

    @Test func trailersNeedNoDot() {
        let message = CommitMessage(
            "Docs: ssh <ann@host>\n\nUse <ann@host>.\n\nCo-authored-by: Ann <ann@host>\nSigned-off-by: <ben@host>\n")
        #expect(message.subject == "Docs: ssh <ann@host>")
        #expect(message.body == "Use <ann@host>.\n\nCo-authored-by: Ann\nSigned-off-by: ben")
    }

    @Test(arguments: [
        ("", "", nil), ("\n \r\n", "", nil), ("One", "One", nil), ("One\r\n\r\n\r\nTwo\r\n  Three\r\n \n", "One", "Two\n  Three"),
        ("\r\n\n One\nTwo", " One", "Two"), ("One\n\n\u{1}", "One", nil),
    ])
    func linesAreCut(_ message: String, _ subject: String, _ body: String?) {
        #expect(CommitMessage(message).subject == subject)
        #expect(CommitMessage.subject(of: message) == subject)
        #expect(CommitMessage(message).body == body)
    }

    @Test(arguments: [
        ("a@b.cc ", "a "), ("a....@b.cc ", "a.... "), ("by <a@b.cc> ", "by a "), ("@", "@"), ("<a", "<a"), ("a@b.", "a@b."),
        ("a@1.1", "a@1.1"), ("https://a@b.cc ", "https://a@b.cc "), ("x <", "x <"), ("a-@", "a-@"), ("> <a@b", "> <a@b"),
    ])
    func longLinesAreRead(_ part: String, _ expected: String) {
        let (long, shown) = (String(repeating: part, count: 20_000), String(repeating: expected, count: 20_000))
        #expect(CommitMessage(long).subject.utf8.elementsEqual(shown.utf8))
        #expect(CommitMessage("Edit\n\n\(long)").body?.utf8.elementsEqual(shown.utf8) == true)
    }

    @Test func listsShowNoAddress() async throws {
        let history = try History()
        try history.commitToMain(["P.md": "one\n"], "Thanks to Bob <bob@example.org>\n\nAnd to eve@example.org.\n")
        try history.commitToMain(["P.md": "two\n"], "\r\n \nAsk dora@example.org\r\n")
        try await withWiki(history.data) { wiki in
            let shown = try await wiki.revisions("P").map(\.summary)
            #expect(shown == ["Ask dora", "Thanks to Bob"])
        }
        try await expectRebuildIsSame(history.data)
    }
}
