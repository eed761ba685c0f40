import Testing

/// Somebody renames a page that others link to.
@Suite("Former names in links")
struct FormerNameStories {
    @Test func aLinkByAFormerNameLeadsToThePage() throws {
        var history = HandmadeHistory()
        let home = "[[Old]] [o](Old.md#part) [[Nobody]]\n"
        let text = "# A page\n\n## Part\n\nWords of its own.\n"
        history.commit([("Home.md", .text(home)), ("Old.md", .text(text))], message: "Begin")
        history.commit([("Old.md", .delete), ("New.md", .text(text))], message: "Rename")
        let ada = Visitor(try RunningWiki(history))
        let shown = try ada.get("/").text
        #expect(shown.contains("href=\"/New\"") && shown.contains("href=\"/New#part\""), "\(shown)")
        #expect(shown.split(separator: "class=\"missing\"").count == 2, "only what never was is missing")
        #expect(try ada.get("/Old").location.hasSuffix("/New"), "as the old address does")
    }
}
