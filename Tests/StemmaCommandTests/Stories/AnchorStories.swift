import Testing

/// Links to a place on another page arrive there.
@Suite("Places on other pages")
struct AnchorStories {
    private static let target = """
        # The title

        <a name="Foo.Bar"></a>

        ## ภาษาไทย ที่นี่

        ## हिन्दी में

        ## Über uns: what is new?

        ## Twice

        ## Twice

        """

    /// The link of each way to write it, and the anchor that it means.
    static let links = [
        ("[to-name](Guides/Target#Foo.Bar)", "user-content-Foo.Bar"), ("[[Guides/Target#Foo.Bar|to-name]]", "user-content-Foo.Bar"),
        ("[to-it](Guides/Target.md#user-content-Foo.Bar)", "user-content-Foo.Bar"),
        ("[[Guides/Target#ภาษาไทย ที่นี่|to-thai]]", "ภาษาไทย-ที่นี่"), ("[to-thai](Guides/Target#ภาษาไทย-ที่นี่)", "ภาษาไทย-ที่นี่"),
        ("[[Guides/Target#हिन्दी में|to-hindi]]", "हिन्दी-में"), ("[[Guides/Target#Über uns: what is new?|to-us]]", "über-uns-what-is-new"),
        ("[to-us](Guides/Target#%C3%9Cber%20uns:%20what%20is%20new?)", "über-uns-what-is-new"),
        ("[to-us](Guides/Target#über-uns-what-is-new)", "über-uns-what-is-new"), ("[to-two](Guides/Target#twice-1)", "twice-1"),
        ("[[Guides/Target#Twice|to-one]]", "twice"), ("[to-top](Guides/Target#the-title)", "the-title"),
    ]

    @Test(arguments: links)
    func aLinkArrives(markdown: String, anchor: String) throws {
        let ada = Visitor(try RunningWiki(files: ["Home.md": markdown + "\n", "Guides/Target.md": Self.target]))
        let link = try #require(try ada.get("/").html.tags("a").first { $0["href"]?.hasPrefix("/Guides/Target#") == true }?["href"])
        let fragment = try #require(link.split(separator: "#").last)
        #expect(WebForm.decoded(Array(fragment.utf8)) == Array(anchor.utf8), "\(link)")
        let places = try ada.get("/Guides/Target").html.tags.compactMap { $0["id"].map { Array($0.utf8) } }
        #expect(places.contains(Array(anchor.utf8)), "the page has that place")
    }

    @Test func aHeadingThatCameLaterIsFound() throws {
        let ada = Visitor(try RunningWiki(files: ["Home.md": "[there](Target#Later.On)\n", "Target.md": "Nothing yet.\n"]))
        for _ in 1...2 { #expect(try ada.link("there", in: try ada.get("/")) == "/Target#user-content-Later.On") }
        try ada.saves("Target", "Something.\n\n## Later.On\n")
        #expect(try ada.link("there", in: try ada.get("/")) == "/Target#lateron")
    }
}
