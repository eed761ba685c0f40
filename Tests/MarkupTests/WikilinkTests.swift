import Markup
import Testing

@Suite struct WikilinkTests {
    @Test func plainLink() throws {
        let link = try #require(try document("See [[Getting Started]].").links.first)
        #expect(link == DocumentLink(kind: .wikilink, target: "Getting Started", text: "Getting Started"))
        #expect(!link.hasPipe)
    }

    @Test func headingsAreNamedByTheirWords() throws {
        let link = try #require(try document("[[Page#My Heading!]]").links.first)
        #expect((link.target, link.fragment, link.text) == ("Page", "My Heading!", "Page › My Heading!"))
        #expect(try html("[[Page#My Heading!]]").contains("<a href=\"Page#my-heading\">"))
        let named = try html("<a name=\"Foo.Bar\"></a>\n\n## All new!\n\n[[#Foo.Bar]] [[#All new!]] [a](#All%20new!) [[#No such]]")
        #expect(named.contains("<a href=\"#user-content-Foo.Bar\">Foo.Bar</a> <a href=\"#all-new\">All new!</a>"))
        #expect(named.contains("<a href=\"#all-new\">a</a> <a href=\"#no-such\">No such</a>"))
        #expect(try html("# T\n\n## Über uns\n\n[[#Über uns]]").contains("<a href=\"#über-uns\">Über uns</a>"))
    }

    @Test func bothOrdersAreKept() throws {
        let link = try #require(try document("[[A#One|B#Two]]").links.first)
        #expect((link.target, link.fragment, link.text) == ("A", "One", "B#Two"))
        #expect(link.alternate == DocumentLink.Alternate(target: "B", fragment: "Two", text: "A#One"))
        #expect(link.hasPipe)
    }

    @Test func pipesInTables() throws {
        let document = try document("| a | b |\n|---|---|\n| [[A|B]] | [[C\\|D]] |\n")
        #expect(document.links.map(\.target) == ["A", "C"])
        #expect(document.links.map(\.text) == ["B", "D"])
        #expect(document.html(PlainLinks()).string.contains("<td><a href=\"A\">B</a></td>\n<td><a href=\"C\">D</a></td>"))
    }

    @Test(arguments: ["`[[A]]`", "    [[A]]", "```\n[[A]]\n```", "\\[[A]]", "[[A\nB]]", "[[]]", "[[A", "<!-- [[A]] -->", "[x](<[[A]]>)"])
    func notALink(_ markdown: String) throws {
        #expect(try document(markdown).links.allSatisfy { $0.kind != .wikilink })
        #expect(!(try html(markdown)).utf8.contains { $0 < 8 })
    }

    @Test func codeKeepsTheSourceAsItWas() throws {
        #expect(try html("`[[A|B]] ![[c]] $$`") == "<p><code>[[A|B]] ![[c]] $$</code></p>\n")
    }

    @Test func citationsAreOrdinaryLinks() throws {
        let document = try document("[[1]](https://example.org) and [[video](http://vimeo.com/1)]")
        #expect(document.links.map(\.kind) == [.markdown, .markdown])
        #expect(document.links.map(\.text) == ["[1]", "video"])
    }

    @Test func signsInsideAreNoMarkup() throws {
        #expect(try document("[[snake_case]] and [[other_case]] *[[a*b]]*").links.map(\.target) == ["snake_case", "other_case", "a*b"])
    }

    @Test func withinEmphasisAndLinkText() throws {
        #expect(try html("**[[A]]**") == "<p><strong><a href=\"A\">A</a></strong></p>\n")
        #expect(try html("[see [[A]]](B)") == "<p><a href=\"B\">see A</a></p>\n")
    }

    @Test func embeds() throws {
        let document = try document("![[pic.png|300x200]]\n\ntext ![[Other]] more\n\n![[Page#Part|words]]")
        #expect(document.links.map(\.kind) == [.embed, .embed, .embed])
        #expect(document.links.map(\.isBlock) == [true, false, true])
        #expect((document.links[0].width, document.links[0].height) == (300, 200))
        #expect((document.links[2].target, document.links[2].fragment, document.links[2].text) == ("Page", "Part", "words"))
    }

    @Test func webAddresses() throws {
        let link = try #require(try document("[[https://example.org/a#b|there]]").links.first)
        #expect(link.isAbsolute && link.target == "https://example.org/a#b" && link.text == "there")
        #expect(try document("[[javascript:alert(1)]]").links.first?.isAbsolute == false)
    }
}
