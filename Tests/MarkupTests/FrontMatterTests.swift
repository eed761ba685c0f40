import Markup
import Testing

@Suite struct FrontMatterTests {
    @Test func knownKeys() throws {
        let page = """
            ---
            title: "A: title" # comment
            description: One sentence.
            tags: [go, web, go]
            aliases:
              - Old name
              - Other
            lang: pt-BR
            redirect: Elsewhere
            license: CC0-1.0
            draft: true
            order: 3
            unknown: {a: [1, 2]}
            ---
            text
            """
        let document = try document(page)
        let matter = document.frontMatter
        #expect((matter.title, matter.description, matter.language) == ("A: title", "One sentence.", "pt-BR"))
        #expect((matter.tags, matter.aliases) == (["go", "web"], ["Old name", "Other"]))
        #expect((matter.redirect, matter.license, matter.isDraft, matter.order) == ("Elsewhere", "CC0-1.0", true, 3))
        #expect(matter.problem == nil && document.title == "A: title" && document.plainText == "text\n")
        #expect(String(decoding: Array(page.utf8)[matter.range], as: UTF8.self).hasSuffix("---\n"))
    }

    @Test func aBookSaysWhatItIs() throws {
        let page = """
            ---
            book:
              Title: Bread
              language: pt-BR
              licence: CC0-1.0
              author: Ada, Ben
              editors: [Eve]
              cover: [no, text]
              unknown: {a: 1}
            ---
            """
        let book = try #require(try document(page).frontMatter.book)
        #expect((book.title, book.subtitle, book.language, book.license) == ("Bread", nil, "pt-BR", "CC0-1.0"))
        #expect((book.authors, book.editors, book.cover, book.identifier) == (["Ada", "Ben"], ["Eve"], nil, nil))
        #expect(try document("---\nbook: yes\n---\n").frontMatter.book == BookMatter())
        for other in ["no", "[a]", "words", "~"] { #expect(try document("---\nbook: \(other)\n---\n").frontMatter.book == nil) }
    }

    @Test(arguments: ["en\" onload=", "<b>", "x", "english language", "123", "a-"])
    func languagesAreChecked(_ value: String) throws {
        #expect(try document("---\nlang: '\(value)'\n---\n").frontMatter.language == nil)
    }

    @Test(arguments: [
        "---\ndraft: \"true\"\n---\n", "---\ndraft: 1\n---\n", "---\nDraft: Yes\n---\n", "---\ndraft: soon\n---\n",
        "---\ndraft: [x]\n---\n",
        "---\ntitle: Foo: bar\ndraft: true\n---\n", "---\r\ntitle: Foo: bar\r\n'draft' : 'yes' # not yet\r\n---\r\n",
        "---\ndraft: false\ndraft: true\n---\n", "---\n{title: a: b, draft: true}\n---\n", "---\n- draft: no\ndraft: true\n---\n",
        "+++\ndraft = true\n+++\n", "+++\ntitle = \"x\"\n  \"draft\"=1\n+++\n", "+++\n[extra]\ndraft = \"true\"\n+++\n",
    ])
    func whatIsNotPlainlyFinishedIsADraft(_ page: String) throws { #expect(try document(page).frontMatter.isDraft) }

    @Test(arguments: [
        "draft: true\n", "---\ntitle: x\n---\ndraft: true\n", "---\ndraft: false\n---\n", "---\ndraft: \"no\"\n---\n",
        "---\ndraft: 0\n---\n",
        "---\ndraft:\n---\n", "---\ntitle: a: b\ndraft: false # true\n---\n", "---\ntitle: a: b\ndrafts: true\nno draft: true\n---\n",
        "+++\ndraft = false\n+++\n", "+++\ntitle = \"draft = true\"\n+++\n",
    ])
    func otherPagesAreNone(_ page: String) throws { #expect(try !document(page).frontMatter.isDraft) }

    @Test func brokenBlocksShowThePage() throws {
        let document = try document("---\ntitle: [a\nb: }\n---\ntext")
        if case .notYAML(let line) = document.frontMatter.problem { #expect(line > 1) } else { Issue.record("no problem was found") }
        #expect(document.plainText == "text\n")
        #expect(try self.problem("- a\n- b") == .notKeys)
        #expect(try self.problem("a: 1\na: 2") != nil)
    }

    @Test func bombsAreRefused() throws {
        var laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        for level in 1...9 {
            laughs += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]\n"
        }
        #expect(try problem(laughs) == .tooComplex)
        #expect(try problem("a: " + String(repeating: "[", count: 60_000)) == .tooComplex)
        #expect(try problem(String(repeating: "- ", count: 30_000)) == .tooComplex)
        #expect(try problem("a: " + String(repeating: "x", count: 70_000)) == .tooLarge)
    }

    private func problem(_ yaml: String) throws -> FrontMatterProblem? {
        try document("---\n" + yaml + "\n---\ntext").frontMatter.problem
    }

    @Test func tomlIsHidden() throws {
        let document = try document("+++\ntitle = \"x\"\n+++\ntext")
        #expect((document.frontMatter.format, document.frontMatter.title, document.plainText) == (.toml, nil, "text\n"))
    }

    @Test func bytesAroundTheBlock() throws {
        #expect(try document("\u{FEFF}---\r\ntitle: x\r\n---\r\ntext").frontMatter.title == "x")
        #expect(try document("\u{FEFF}---\r\ntitle: x\r\n---\r\ntext").frontMatter.byteCount == 23)
        #expect(try document("text\n---\na: b\n---").frontMatter.format == .none)
        #expect(try document("---\nnever closed").frontMatter.format == .none)
        #expect(try document("---\n---\ntext").frontMatter.problem == nil)
        #expect(try document("").frontMatter.byteCount == 0)
    }
}
