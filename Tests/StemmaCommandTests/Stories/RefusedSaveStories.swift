import Testing

/// No refusal costs a word: whatever is refused, the form comes back with the text.
@Suite("Refused saves give the text back")
struct RefusedSaveStories {
    /// Texts that a careless form would change or break out of.
    static let texts = [
        "plain", "</textarea><script>alert(1)</script>", "\nA first empty line", "\n\n\nthree", "quotes \" ' ` & &amp; &lt; &#39;",
        "tab\tand trailing spaces   \n\n\nend\n\n", "x\"\u{301} combined", "<!-- comment", "]]>{{name}}{{{name}}}",
        "äöü 漢字 👩‍👩‍👧 e\u{301} \u{202E}bidi\u{202C} \u{FEFF}bom",
        "\u{1}\u{7F}\u{85}\u{2028}controls", "%3Cp%3E+plus+%2B", " ", "\n",
    ]

    /// Expects the form with exactly this text, and nothing saved.
    private func expectBack(
        _ answer: Answer, _ status: Int, _ text: String, problem: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(answer.status == status, sourceLocation: sourceLocation)
        let found = answer.html.textarea("markdown")
        let plain = found.map { String(decoding: $0, as: UTF8.self).replacing("\r\n", with: "\n") }
        #expect(plain == text, sourceLocation: sourceLocation)
        #expect(answer.text.contains("data-problem=\"\(problem)\""), sourceLocation: sourceLocation)
    }

    @Test(arguments: texts)
    func theFormOpensWithTheBytesOfTheFile(text: String) throws {
        let wiki = try RunningWiki(files: ["Home.md": "Home\n", "Page.md": text])
        let form = try Visitor(wiki).editForm("Page")
        #expect(form["markdown"] == text)
        #expect(try Visitor(wiki).post(form).status == 403, "a form without its cookie")
    }

    @Test(arguments: texts)
    func aStaleFormComesBack(text: String) throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        var form = try ada.editForm("Page")
        form.write(text, summary: "Why \"not\" <b>", author: "Ada \"Lovelace\"")
        form["csrf"] = "AAAAAAAAAAAAAAAAAAAAAA"
        let answer = try ada.post(form)
        expectBack(answer, 403, text, problem: "staleForm")
        // The form that came back has all that it needs: sending it again saves.
        let again = try WebForm(answer)
        #expect(again["summary"] == "Why \"not\" <b>")
        #expect(again["author"] == "Ada \"Lovelace\"")
        #expect(try ada.post(again).status == 303)
        #expect(try wiki.git.subjects().first == "Why \"not\" <b>")
    }

    @Test func aReadOnlyWikiGivesTheTextBack() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        var form = try ada.editForm("Page")
        form.write("My words\n")
        ada.host = "wiki.example.org"
        expectBack(try ada.post(form), 403, "My words\n", problem: "readOnly")
        #expect(try wiki.git.subjects().count == 1)
    }

    @Test func tooLong() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        let text = String(repeating: "Öl und Brot\n", count: 170_000)
        let answer = try ada.save("Page", text)
        expectBack(answer, 413, text, problem: "tooLarge")
        #expect(answer.html.plain.contains("2 MiB"))
        let almost = String(repeating: "0123456789 abcde\n", count: 123_361)
        #expect(try ada.save("Page", almost).status == 303)
        #expect(try ada.markdown("Page") == almost)
    }

    @Test func shortLinesAndLongLettersTakeMoreRoomOnTheirWay() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        let lines = String(repeating: "a\n", count: 1_000_000)
        #expect(try ada.save("Lines", lines).status == 303)
        #expect(try ada.markdown("Lines").utf8.count == lines.utf8.count)
        let letters = String(repeating: "漢字", count: 366_700)
        expectBack(try ada.save("Letters", letters), 413, letters, problem: "tooLarge")
    }

    @Test func muchTooLongIsStillAClearAnswer() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        _ = try ada.editForm("Page")
        let kind = ("Content-Type", "application/x-www-form-urlencoded")
        let answer = try ada.send("POST", "/-/edit/Page", [kind], [UInt8](repeating: UInt8(ascii: "a"), count: 20 << 20))
        #expect(answer.status == 413)
        #expect(answer.html.plain.contains("too large"))
        #expect(answer.html.plain.contains("go back to it in your browser"))
        #expect(try ada.get("/-/edit/Page")["cache-control"]?.contains("no-store") == false, "browsers keep what was typed")
        #expect(try ada.get("/").status == 200)
    }

    @Test(arguments: [
        "..%2Fescape", "a/../../b", ".hidden", "-option", "a//b", "_Private/x", "x.git", "X.GIT", "wiki.git/HEAD", "a%5Cb", "a%00b",
        "a%0Ab",
        "%FF%FE", "e%CC%81", "a/.git/b", "git~1", String(repeating: "n", count: 201), "a%E2%80%AEb", "trailing.",
    ])
    func aNameThatCannotBe(address: String) throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        var form = try ada.editForm("Page")
        form.write("My words\n")
        form["path"] = nil
        let answer = try ada.post(form, to: "/-/edit/\(address)")
        #expect([400, 404, 422].contains(answer.status), "\(answer.status)")
        if answer.status == 422 { expectBack(answer, 422, "My words\n", problem: "invalid") }
        #expect(try wiki.git.subjects().count == 1)
        #expect(try ada.get("/").status == 200)
    }

    @Test func aNameThatDiffersTooLittle() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        try ada.saves("Getting-Started", "Begin here.\n")
        for name in ["getting-started", "Getting_Started", "GETTING%20STARTED"] {
            var form = try ada.editForm("Other")
            form.write("Mine\n")
            form["path"] = nil
            let answer = try ada.post(form, to: "/-/edit/\(name)")
            #expect([409, 422].contains(answer.status))
            #expect(String(decoding: answer.html.textarea("markdown") ?? [], as: UTF8.self).contains("Mine\n"))
        }
        #expect(try wiki.git.files().filter { $0.lowercased().contains("started") } == ["Getting-Started.md"])
    }

    @Test func aLongSummary() throws {
        let wiki = try RunningWiki()
        let summary = String(repeating: "ü", count: 501)
        let answer = try Visitor(wiki).save("Page", "Mine\n", summary: summary)
        expectBack(answer, 422, "Mine\n", problem: "invalid")
        #expect(try WebForm(answer)["summary"] == summary)
        #expect(try Visitor(wiki).save("Page", "Mine\n", summary: String(summary.dropLast())).status == 303)
    }

    @Test func notUTF8AndNUL() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        for bytes in [Array("a\u{0}b".utf8), [0x61, 0xFF, 0x62]] as [[UInt8]] {
            var form = try ada.editForm("Page")
            form.set("markdown", bytes)
            let answer = try ada.post(form)
            #expect(answer.status == 422)
            #expect(answer.html.textarea("markdown")?.first == 0x61)
        }
        #expect(try wiki.git.subjects().count == 1)
    }

    @Test func tooManyInAMinute() throws {
        let wiki = try RunningWiki(environment: ["STEMMA_LIMITS_EDITS_PER_MINUTE": "2"])
        let ada = Visitor(wiki)
        try ada.saves("One", "1\n")
        try ada.saves("Two", "2\n")
        let answer = try ada.save("Three", "My third text\n")
        expectBack(answer, 429, "My third text\n", problem: "tooMany")
        #expect(answer["retry-after"].flatMap { Int($0) } ?? 0 > 0)
        #expect(try wiki.git.subjects().count == 3)
    }

    /// Each of them differs by a letter, and costs all the time that a page may take.
    @Test func textsThatNoWorkerReadsCostTenEdits() throws {
        let wiki = try RunningWiki(environment: ["STEMMA_LIMITS_EDITS_PER_MINUTE": "12", "STEMMA_WORKERS_TIME_LIMIT": "200 ms"])
        let (eve, hostile) = (Visitor(wiki), String(repeating: ">", count: 60_000) + String(repeating: "a*", count: 60_000))
        for number in 1...2 { #expect(try eve.save("Deep", "\(hostile)\(number)\n").status == 303) }
        let answer = try eve.save("Deep", "\(hostile)3\n")
        expectBack(answer, 429, "\(hostile)3\n", problem: "tooMany")
        #expect(answer["retry-after"].flatMap { Int($0) } ?? 0 > 5, "\(answer["retry-after"] ?? "")")
        let ada = Visitor(wiki)
        ada.source = "127.0.0.2"
        try ada.saves("Bread", "Flour.\n")
        for number in 1...5 { try ada.saves("Bread", "Flour \(number).\n") }
    }

    @Test func aRestartKeepsTheFormGood() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        var form = try ada.editForm("Page")
        form.write("Written across a restart\n")
        try wiki.stop()
        try wiki.start()
        ada.host = "localhost:\(wiki.port)"
        let answer = try ada.post(form)
        #expect(answer.status == 303)
        #expect(try ada.markdown("Page") == "Written across a restart\n")
    }

    @Test func aBrowserThatLostItsCookie() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        var form = try ada.editForm("Page")
        form.write("Still here\n")
        ada.forget()
        let answer = try ada.post(form)
        expectBack(answer, 403, "Still here\n", problem: "staleForm")
        #expect(try ada.post(try WebForm(answer)).status == 303)
    }

    @Test func anUnknownBase() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        try ada.saves("Page", "Old\n")
        for base in ["nonsense", String(repeating: "0", count: 40), "HEAD", "../../etc"] {
            var form = try ada.editForm("Page")
            form.write("New\n")
            form["base"] = base
            let answer = try ada.post(form)
            #expect((400..<500).contains(answer.status), "\(base)")
            #expect(String(decoding: answer.html.textarea("markdown") ?? [], as: UTF8.self).contains("New"), "\(base)")
        }
        #expect(try ada.markdown("Page") == "Old\n")
    }
}
