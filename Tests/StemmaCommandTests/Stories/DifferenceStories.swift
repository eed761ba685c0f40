import Testing

/// What changed, as people see it.
@Suite("Differences")
struct DifferenceStories {
    private static let moving = "This paragraph moves about, and is long enough to be known again.\n"
    private static let staying = (1...12).map { "Paragraph number \($0) stays where it was.\n" }.joined(separator: "\n")

    private func wiki() throws -> Visitor {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n"))])
        history.commit([("Page.md", .text("## Head\n\n\(Self.moving)\n\(Self.staying)\nA red apple fell.\n"))], message: "First")
        history.commit([("Page.md", .text("### Head\n\n\(Self.staying)\nA green apple fell.\n\n\(Self.moving)"))], message: "Second")
        return Visitor(try RunningWiki(history))
    }

    @Test func everyViewKeepsWhatIsCompared() throws {
        let ada = try wiki()
        let (old, new) = (try ada.wiki.git.id("HEAD~1"), try ada.wiki.git.id())
        let page = try ada.get("/-/diff/Page?from=\(old)&to=\(new)&space=ignore")
        #expect(page["x-robots-tag"]?.contains("noindex") == true || page.text.contains("noindex"))
        let views = page.html.tags("a").compactMap { $0["href"] }.filter { $0.hasPrefix("/-/diff/Page?from=") && $0.contains("view=") }
        #expect(Set(views).count == 2)
        for view in views {
            #expect(view.contains("from=\(old)") && view.contains("to=\(new)") && view.contains("space=ignore"), "\(view)")
            #expect(try ada.get(view).status == 200)
        }
        #expect(try ada.get("/-/diff/Page?view=nonsense&space=odd&context=few").status == 200)
    }

    @Test func aChangeIsSaidInWordsAndHasAnAddress() throws {
        let ada = try wiki()
        for view in ["unified", "split"] {
            let page = try ada.get("/-/diff/Page?view=\(view)")
            let plain = page.html.plain
            for words in ["heading level 2 became 3", "moved here", "moved away", "unchanged blocks"] {
                #expect(plain.contains(words), "\(view): \(words)")
            }
            #expect(page.text.contains("<del>red</del>") && page.text.contains("<ins>green</ins>"), "\(view)")
            let ids = Set(page.html.tags("div").compactMap { $0["id"] } + page.html.tags("span").compactMap { $0["id"] })
            for link in page.html.tags("a").compactMap({ $0["href"] }).filter({ $0.hasPrefix("#change") || $0.hasPrefix("#move") }) {
                #expect(ids.contains(String(link.dropFirst())), "\(view): \(link)")
            }
            #expect(ids.contains("move-1") && ids.contains("move-1-from") && ids.contains("change-1"), "\(view): \(ids)")
        }
    }

    @Test func whiteSpaceCanBeLeftOut() throws {
        let ada = Visitor(try RunningWiki())
        try ada.saves("Page", "One line of words\nand another one.\n")
        try ada.saves("Page", "One line of words and\nanother one.\n")
        #expect(try ada.get("/-/diff/Page").html.plain.contains("no change of text"))
        let ignored = try ada.get("/-/diff/Page?space=ignore").html
        #expect(ignored.plain.contains("Only white space") && ignored.tags("ins").isEmpty && !ignored.plain.contains("1 change"))
    }

    @Test func aPictureIsShownAsItWasAndAsItIs() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n")), ("art/pear.png", .text("old bytes")), ("page.html", .text("<script>1</script>"))])
        history.commit([("art/pear.png", .text("new bytes!")), ("page.html", .text("<script>2</script>"))], message: "Repaint")
        history.commit([("art/pear.png", .delete)], message: "Away")
        let ada = Visitor(try RunningWiki(history))
        let (old, new, gone) = (try ada.wiki.git.id("HEAD~2"), try ada.wiki.git.id("HEAD~1"), try ada.wiki.git.id())
        let pictures = try ada.get("/-/commit/\(new)").html.tags("img").compactMap { $0["src"] }
        #expect(pictures == ["/art/pear.png?rev=\(old)&file", "/art/pear.png?rev=\(new)&file"])
        let shown = try pictures.map { try ada.get($0) }
        #expect(shown.map(\.body) == [Array("old bytes".utf8), Array("new bytes!".utf8)])
        for answer in shown {
            #expect(answer["content-type"] == "image/png" && answer["x-robots-tag"]?.contains("noindex") == true)
            #expect(answer["content-security-policy"]?.contains("sandbox") == true)
        }
        #expect(try ada.get("/-/commit/\(gone)").html.tags("img").count == 1)
        #expect(try ada.get("/art/pear.png?rev=\(gone)&file").status == 404)
        // As files of today: no script runs here, pages and hidden files have other doors.
        let script = try ada.get("/page.html?rev=\(old)&file")
        #expect(script["content-disposition"]?.hasPrefix("attachment") == true)
        for address in [
            "/Home.md?rev=\(old)&file", "/.git/config?rev=\(old)&file", "/art?rev=\(old)&file", "/art/pear.png?rev=ffffffff&file",
        ] {
            #expect(try [400, 404].contains(ada.get(address).status), "\(address)")
        }
    }

    @Test func aCommitOfManyPagesIsWalkedThrough() throws {
        var history = HandmadeHistory()
        let names = (1...25).map { "Page\($0 + 100).md" }
        history.commit([("Home.md", .text("# Home\n"))] + names.map { ($0, .text("A red apple.\n")) })
        history.commit(names.map { ($0, .text("A green apple.\n")) }, message: "All green")
        let ada = Visitor(try RunningWiki(history))
        let page = try ada.get("/-/commit/\(try ada.wiki.git.id())").html
        let numbers = page.tags("div").compactMap { $0["id"] }.filter { $0.hasPrefix("change-") }
        #expect(numbers == (1...20).map { "change-\($0)" }, "the first twenty pages show what changed")
        #expect(names.allSatisfy { page.plain.contains($0.dropLast(3)) }, "all are named")
        let steps = page.tags("a").filter { $0["class"] == "change-next" }.compactMap { $0["href"] }
        #expect(steps == (2...20).map { "#change-\($0)" })
    }
}
