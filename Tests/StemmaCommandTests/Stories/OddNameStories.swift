import Testing

/// Names that a history brought and no form would let in: they are shown, edited and deleted like all others.
@Suite("Odd names in a history")
struct OddNameStories {
    /// Names of pages, without their ending.
    static let names: [[UInt8]] =
        [
            "What?", "C#", "100%", "%41", "a+b", "Q&A", "a|b", "it's", "say \"hi\"", "two  spaces", " leading", "trailing ", "a;b=c", "a:b",
            "<b>bold", "back\\slash", "tilde~", "at@home", "e\u{301}", "漢字/かな", "👩‍👩‍👧", "-dash", "new\nline", "tab\t", "brackets [x](y)",
            "{{name}}", "a\u{202E}b", "$math$", "semi;colon", "x.y.z", "UPPER/lower", "%2F", "a,b", "(parens)", "caret^", "`code`",
        ].map { Array($0.utf8) } + [[0x66, 0xFC, 0x72], [0xFF, 0xFE], [0x80]]

    private static func text(_ name: [UInt8]) -> String { "Words of page \(names.firstIndex(of: name) ?? 0).\n" }

    private static func address(_ name: [UInt8]) -> String {
        "/"
            + name.split(separator: UInt8(ascii: "/")).map { segment in
                String(decoding: WebForm.encoded(Array(segment)), as: UTF8.self).replacing("+", with: "%20")
            }.joined(separator: "/")
    }

    /// What a page's links name, with their escapes resolved.
    private func linked(_ answer: Answer) -> Set<[UInt8]> { Set(answer.html.addresses.map { WebForm.decoded(Array($0.utf8)) }) }

    /// A wiki of all those names, as pages and as files.
    private func serve() throws -> Visitor {
        var history = HandmadeHistory()
        let pages = Self.names.map { ($0 + Array(".md".utf8), HandmadeHistory.Change.text(Self.text($0))) }
        let files = Self.names.map { (Array("files/".utf8) + $0 + Array(".txt".utf8), HandmadeHistory.Change.text(Self.text($0))) }
        history.commit(
            bytes: [(Array("Home.md".utf8), .text("# Home\n"))] + pages + files, message: Array("Begin".utf8),
            author: Array("Ada <a@b.c>".utf8))
        return Visitor(try RunningWiki(history))
    }

    /// The bytes of a page in git; nil where it is gone.
    private func markdown(_ ada: Visitor, _ name: [UInt8]) throws -> String? {
        let entries = try ada.wiki.git.run("ls-tree", "-r", "-z", "HEAD").output.split(separator: 0)
        let entry = entries.first { $0.drop { $0 != 9 }.dropFirst().elementsEqual(name + Array(".md".utf8)) }
        guard let entry else { return nil }
        let id = String(decoding: entry.prefix { $0 != 9 }, as: UTF8.self).split(separator: " ")[2]
        return try ada.wiki.git.run("cat-file", "blob", String(id)).text
    }

    @Test func theyAreReadAndListed() throws {
        let ada = try serve()
        let lists = ["/-/pages", "/-/pages/UPPER", "/-/pages/%E6%BC%A2%E5%AD%97"]
        let all = try lists.reduce(into: Set<[UInt8]>()) { $0.formUnion(try linked(ada.get($1))) }
        for name in Self.names {
            let (address, comment) = (Self.address(name), Comment(rawValue: String(decoding: name, as: UTF8.self)))
            let page = try ada.get(address)
            #expect(page.status == 200, comment)
            #expect(page.html.plain.contains(Self.text(name).dropLast()), comment)
            #expect(InertPage.problems(page).isEmpty, comment)
            #expect(all.contains([UInt8(ascii: "/")] + name), comment)
            #expect(try ada.get(address + "?raw").text == Self.text(name), comment)
            #expect(try ada.get(address + ".md").text == Self.text(name), comment)
            for view in ["history", "diff", "feed/history"] { #expect(try ada.get("/-/\(view)\(address)").status == 200, comment) }
            let words = Self.text(name).dropLast(2).replacing(" ", with: "+")
            #expect(try linked(ada.get("/-/search?q=%22\(words)%22")).contains([UInt8(ascii: "/")] + name), comment)
            #expect(try ada.get("/files\(address).txt").text == Self.text(name), comment)
        }
        let files = try linked(ada.get("/files"))
        for name in Self.names where !name.contains(UInt8(ascii: "/")) {
            #expect(files.contains(Array("/files/".utf8) + name + Array(".txt".utf8)))
        }
    }

    @Test func theyAreEditedThroughTheLinksOfTheirPages() throws {
        let ada = try serve()
        for name in Self.names {
            let comment = Comment(rawValue: String(decoding: name, as: UTF8.self))
            var form = try WebForm(try ada.get(try ada.link("Edit", in: try ada.get(Self.address(name)))))
            #expect(form["markdown"] == Self.text(name), comment)
            form.write(Self.text(name) + "Changed.\n", summary: "Change it")
            let saved = try ada.post(form)
            #expect(saved.status == 303, comment)
            #expect(try ada.get(saved.location).html.plain.contains("Changed."), comment)
            #expect(try markdown(ada, name) == Self.text(name) + "Changed.\n", comment)
        }
        #expect(try ada.wiki.git.files().count == Self.names.count * 2 + 1)
    }

    @Test func theyAreDeletedAndBroughtBack() throws {
        let ada = try serve()
        for name in Self.names {
            let comment = Comment(rawValue: String(decoding: name, as: UTF8.self))
            #expect(try ada.confirm("/-/delete\(Self.address(name))").status == 303, comment)
            #expect(try markdown(ada, name) == nil, comment)
            let gone = try ada.get(Self.address(name))
            #expect(gone.status == 404, comment)
            #expect(try ada.follow(try ada.confirm(try ada.link("Bring it back", in: gone))).status == 200, comment)
            #expect(try markdown(ada, name) == Self.text(name), comment)
        }
        #expect(try ada.wiki.git.run("fsck", "--full").code == 0)
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
