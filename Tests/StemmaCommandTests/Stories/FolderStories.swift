import Testing

/// Folders that no page stands for.
@Suite("Folders without a page")
struct FolderStories {
    @Test func everyFileOfALargeFolderIsListed() throws {
        var history = HandmadeHistory()
        var files: [(String, HandmadeHistory.Change)] = [("Home.md", .text("# Home\n")), ("top.txt", .text("x"))]
        for number in 1...1120 { files.append(("Pictures/picture number \(number).png", .text("\(number)"))) }
        for number in 1...600 { files.append(("Pictures/a/\(number)", .text("x"))) }
        history.commit(files)
        let ada = Visitor(try RunningWiki(history))
        var (address, seen, rounds): (String?, Set<String>, Int) = ("/Pictures", [], 0)
        while let current = address, rounds < 10 {
            let answer = try ada.get(current)
            #expect(answer.status == 200)
            let links = answer.html.addresses.filter { $0.hasPrefix("/Pictures/") }
            #expect(!links.contains { $0.hasPrefix("/Pictures/a/") }, "what is deeper is in its own folder")
            seen.formUnion(links.filter { $0.hasSuffix(".png") })
            address = answer.html.tags("a").first { $0["rel"] == "next" }?["href"]
            rounds += 1
        }
        #expect(seen.count == 1120 && rounds == 3, "\(seen.count) in \(rounds)")
        #expect(try ada.get("/Pictures/a").html.addresses.filter { $0.hasPrefix("/Pictures/a/") }.count == 500)
        #expect(try ada.get("/Pictures?files=%FF").status == 200)
    }

    @Test func theSearchBoxTakesWhatASearchTakes() throws {
        let wiki = try RunningWiki(settings: "limits:\n  query: 1234\n")
        for address in ["/", "/-/search", "/Nobody", "/-/nothing"] {
            let box = try Visitor(wiki).get(address).html.tags("input").first { $0["name"] == "q" }
            #expect(box?["maxlength"] == "1234", "\(address)")
        }
        let query = String(repeating: "words+", count: 200)
        #expect(try Visitor(wiki).get("/-/search?q=\(query)").status == 200)
    }
}
