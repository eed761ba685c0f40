import Testing

/// Names that a history brought and no form would let in: they are shown, edited and deleted like all others.
@Suite("Odd names in a history")
struct OddNameStories {
    /// Names of pages, without their ending.
    static let names: [[UInt8]] = [
        "What?", "C#", "100%", "%41", "a+b", "Q&A", "a|b", "it's", "say \"hi\"", "two  spaces", " leading", "trailing ", "a;b=c", "a:b", "<b>bold</b>",
        "back\\slash", "tilde~", "at@home", "e\u{301}", "漢字/かな", "👩‍👩‍👧", "-dash", "new\nline", "tab\t", "brackets [x](y)", "{{name}}", "a\u{202E}b", "$math$",
        "semi;colon", "x.y.z", "UPPER/lower", "%2F", "..dots", "a,b", "(parens)", "caret^", "`code`",
    ].map { Array($0.utf8) } + [[0x66, 0xFC, 0x72], [0xFF, 0xFE], [0x80]]

    private static let text = "Words of this page.\n"

    private func serve(_ name: [UInt8]) throws -> Visitor {
        var history = HandmadeHistory()
        let page = (name + Array(".md".utf8), HandmadeHistory.Change.text(Self.text))
        history.commit(bytes: [(Array("Home.md".utf8), .text("# Home\n")), page], message: Array("Begin".utf8), author: Array("Ada <a@b.c>".utf8))
        return Visitor(try RunningWiki(history))
    }

    private static func address(_ name: [UInt8]) -> String {
        name.split(separator: UInt8(ascii: "/")).map { segment in
            String(decoding: WebForm.encoded(Array(segment)).flatMap { $0 == UInt8(ascii: "+") ? Array("%20".utf8) : [$0] }, as: UTF8.self)
        }.joined(separator: "/")
    }

    private func markdown(_ ada: Visitor, _ name: [UInt8]) throws -> [UInt8]? {
        let listed = try ada.wiki.git.run("ls-tree", "-r", "-z", "HEAD").output.split(separator: 0)
        let line = listed.first { $0.drop { $0 != 9 }.dropFirst().elementsEqual(name + Array(".md".utf8)) }
        guard let line else { return nil }
        let id = String(decoding: line.split(separator: 9)[0], as: UTF8.self).split(separator: " ")[2]
        return try ada.wiki.git.run("cat-file", "blob", String(id)).output
    }

    @Test(arguments: names)
    func roundTrip(name: [UInt8]) throws {
        let ada = try serve(name)
        let address = "/" + Self.address(name)
        // Every list leads to it.
        let page = try ada.get(address)
        #expect(page.status == 200)
        #expect(page.html.plain.contains("Words of this page."))
        #expect(InertPage.problems(page).isEmpty, "\(InertPage.problems(page))")
        let folder = name.contains(UInt8(ascii: "/")) ? "/" + Self.address(Array(name.prefix { $0 != UInt8(ascii: "/") })) : ""
        for list in ["/-/recent", "/-/search?q=words", "/-/pages\(folder)"] {
            let links = try ada.get(list).html.addresses
            var found: Answer?
            for link in links where !link.hasPrefix("/-/") && link != "/" && !link.hasPrefix("#") {
                let answer = try ada.get(link)
                if answer.status == 200, answer.text.contains("Words of this page.") { found = answer }
            }
            #expect(found != nil || list == "/-/recent", "no link in \(list) leads to the page: \(links.filter { !$0.hasPrefix("/-/") })")
        }
        #expect(try ada.get(address + "?raw").text == Self.text)
        for view in ["history", "diff"] { #expect(try ada.get("/-/\(view)\(address)").status == 200, "\(view)") }
        // It is edited through the links of its own page.
        let changed = try ada.post(form(ada, page, "Edit") { $0.write(Self.text + "Changed.\n", summary: "Change it") })
        #expect(try ada.follow(changed).html.plain.contains("Changed."))
        #expect(try markdown(ada, name) == Array((Self.text + "Changed.\n").utf8))
        // It is deleted and brought back.
        #expect(try ada.confirm("/-/delete\(address)").status == 303)
        #expect(try markdown(ada, name) == nil)
        let gone = try ada.get(address)
        #expect(gone.status == 404)
        #expect(try ada.follow(try ada.confirm(try ada.link("Bring it back", in: gone))).status == 200)
        #expect(try markdown(ada, name) == Array((Self.text + "Changed.\n").utf8))
        #expect(try ada.wiki.git.run("fsck", "--full").code == 0)
    }

    private func form(_ ada: Visitor, _ page: Answer, _ link: String, fill: (inout WebForm) -> Void) throws -> WebForm {
        var form = try WebForm(try ada.get(try ada.link(link, in: page)))
        fill(&form)
        return form
    }

    @Test func attachmentsToo() throws {
        for name in Self.names where !name.contains(UInt8(ascii: "/")) {
            var history = HandmadeHistory()
            let bytes = [UInt8]("data".utf8)
            history.commit(
                bytes: [(Array("Home.md".utf8), .text("# Home\n")), (Array("f/".utf8) + name + Array(".txt".utf8), .bytes(bytes))],
                author: Array("Ada <a@b.c>".utf8))
            let ada = Visitor(try RunningWiki(history))
            let file = try ada.get("/f/\(Self.address(name)).txt")
            #expect(file.status == 200 && file.body == bytes, "\(String(decoding: name, as: UTF8.self))")
            let listed = try ada.get("/f").html.addresses.filter { $0.hasSuffix(".txt") }
            #expect(listed.count == 1)
            for link in listed { #expect(try ada.get(link).body == bytes) }
        }
    }

    @Test func namesOfBothNormalFormsAreTwoPages() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("x\n")), ("caf\u{E9}.md", .text("composed\n")), ("cafe\u{301}.md", .text("decomposed\n"))])
        let ada = Visitor(try RunningWiki(history))
        #expect(try ada.get("/caf%C3%A9").html.plain.contains("composed"))
        #expect(try ada.get("/cafe%CC%81").html.plain.contains("decomposed"))
        try ada.saves("cafe%CC%81", "decomposed, changed\n")
        #expect(try ada.get("/caf%C3%A9?raw").text == "composed\n")
    }
}
