import Testing

/// What a page says about itself, as readers and machines see it.
@Suite("Front matter")
struct FrontMatterStories {
    @Test func aPageOfAnotherLicence() throws {
        let wiki = try RunningWiki(
            files: ["Home.md": "# Home\n", "Song.md": "---\nlicense: All rights <b>reserved</b>\n---\nLa la.\n"],
            settings: "site:\n  license: CC BY-SA 4.0\n")
        let ada = Visitor(wiki)
        let home = try ada.get("/")
        #expect(home.html.plain.contains("Content is available under CC BY-SA 4.0"))
        for address in ["/Song", "/Song?rev=\(try wiki.git.id())", "/Song"] {
            let song = try ada.get(address)
            #expect(song.html.plain.contains("Content is available under All rights <b>reserved</b>"), "\(address)")
            #expect(!song.html.plain.contains("CC BY-SA"), "\(address)")
            #expect(InertPage.problems(song).isEmpty)
        }
        #expect(try ada.get("/-/recent").html.plain.contains("CC BY-SA 4.0"), "lists hold the wiki's")
    }
}
