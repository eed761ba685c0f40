import Markup
import Testing

@Suite struct LinkTests {
    /// Knows three things and misses all others.
    private struct SmallWiki: LinkProvider {
        func resolve(_ link: DocumentLink) -> ResolvedLink {
            if link.isAbsolute { return link.target == "https://wiki.example/Home" ? .page(href: "/Home") : .external }
            switch link.target {
            case "Home": return .page(href: "/Home", title: "Home \"page\"")
            case "pic.png": return .image(src: "/pic.png?a=1&b=2")
            case "Part": return .embedded(SafeHTML(trusted: "<p>part</p>"), href: "/Part")
            default:
                if link.alternate?.target == "Home" { return .page(href: "/Home", usesAlternate: true) }
                return .missing(href: "/-/new?\"page\"", title: "No <such> page")
            }
        }
    }

    private func html(_ markdown: String) throws -> String {
        try document(markdown).html(SmallWiki()).string
    }

    @Test func theSlotIsTheOpeningTag() throws {
        #expect(try html("[a *b*](Home)") == "<p><a href=\"/Home\" title=\"Home &quot;page&quot;\">a <em>b</em></a></p>\n")
        #expect(try document("[a *b*](Home)").links.first?.text == "a b")
    }

    @Test func missingTargetsSaySoInWords() throws {
        let expected = "<p><a class=\"missing\" href=\"/-/new?&quot;page&quot;\" title=\"No &lt;such&gt; page\">x</a></p>\n"
        #expect(try html("[x](Nowhere \"title\")") == expected)
        #expect(try html("![x](Nowhere.png)") == expected)
    }

    @Test func theAlternateReadingShowsItsText() throws {
        #expect(try html("[[the start|Home]]").contains(">the start</a>"))
    }

    @Test func absoluteAddressesMayMeanThisWiki() throws {
        #expect(try html("<https://wiki.example/Home>").contains("<a href=\"/Home\">"))
        #expect(
            try html("https://other.example/?a&b").contains("<a rel=\"nofollow ugc noopener\" href=\"https://other.example/?a&amp;b\">"))
    }

    @Test func images() throws {
        let image = "<img src=\"/pic.png?a=1&amp;b=2\" alt=\"a &quot;b&quot;\" width=\"30\" title=\"t\" loading=\"lazy\">"
        #expect(try html("![a \"b\"|30](pic.png 't')") == "<p>" + image + "</p>\n")
        #expect(try html("<img src=\"pic.png\" alt='a \"b\"' width=30 title=t onerror=x>").contains(image))
        #expect(try html("![[pic.png]]") == "<p><img src=\"/pic.png?a=1&amp;b=2\" alt=\"pic.png\" loading=\"lazy\"></p>\n")
    }

    @Test func pagesAreEmbeddedOnlyAsBlocks() throws {
        #expect(try html("![[Part]]") == "<div class=\"embed\"><p>part</p></div>\n")
        #expect(try html("see ![[Part]]") == "<p>see <a href=\"/Part\">Part</a></p>\n")
    }

    @Test func relativeTargetsAreTakenApart() throws {
        let link = try #require(try document("[x](../A%20b/C%3F.md?raw=1#Sec%20tion)").links.first)
        #expect((link.target, link.query, link.fragment) == ("../A b/C?.md", "raw=1", "Sec tion"))
    }

    @Test func fragmentsOfThisPage() throws {
        let page = "<a name=\"own\"></a>\n\n## The Heading\n\n[a](#own) [b](#the-heading) [c](#The-Heading) [d](#else)"
        let html = try html(page)
        #expect(html.contains("<span id=\"user-content-own\"></span>"))
        #expect(html.contains("<a href=\"#user-content-own\">a</a> <a href=\"#the-heading\">b</a> <a href=\"#the-heading\">c</a>"))
        #expect(html.contains("<a href=\"#else\">d</a>"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x0A;script:alert(1)", "data:text/html,x", "vbscript:x",
        "file:///etc/passwd", "/%00x", "/\\evil.example", "\\\\evil.example", "jav\tascript:alert(1)", "https:evil", "tel:1",
    ])
    func refusedAddressesBecomeText(_ address: String) throws {
        for markdown in ["[x](<\(address)>)", "<a href=\"\(address)\">x</a>", "![x](<\(address)>)", "<img src=\"\(address)\" alt=x>"] {
            let document = try document(markdown)
            let output = document.html(PlainLinks()).string
            #expect(!output.contains("href=") && !output.contains("src="), "\(markdown) gave \(output)")
        }
    }

    @Test func controlCharactersHideNoScheme() throws {
        for markdown in [
            "[x](<&#1;javascript:alert(1)>)", "<a href=\"&#1;javascript:alert(1)\">x</a>", "[x](<&#x200B;javascript:alert(1)>)",
        ] {
            let links = try document(markdown).links
            #expect(links.allSatisfy { !$0.isAbsolute && !$0.target.hasPrefix("javascript") })
            #expect(!(try html(markdown)).contains("href=\"javascript"))
        }
    }

    @Test func protocolRelativeAddressesAreAbsolute() throws {
        let link = try #require(try document("[x](//evil.example/a)").links.first)
        #expect(link.isAbsolute && link.target == "https://evil.example/a")
    }

    @Test func recordings() throws {
        let output = try html(
            "<video src=\"https://example.org/a.mp4\" autoplay onplay=x width=300></video>\n\n<audio><source src=\"//e.org/b.mp3\"></audio>"
        )
        #expect(output.contains("<video src=\"https://example.org/a.mp4\" width=\"300\" controls preload=\"none\"></video>"))
        #expect(output.contains("<audio src=\"https://e.org/b.mp3\" controls preload=\"none\"></audio>"))
    }
}
