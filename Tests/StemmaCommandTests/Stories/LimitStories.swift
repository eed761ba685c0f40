import Testing

/// Every bound is the one that the settings name, and is told as such.
@Suite("Limits")
struct LimitStories {
    @Test func boundsBelowAMebibyteAreTold() throws {
        let wiki = try RunningWiki(environment: ["STEMMA_LIMITS_PAGE": "10 KiB", "STEMMA_LIMITS_ATTACHMENT": "512 KiB"])
        let ada = Visitor(wiki)
        let text = String(repeating: "word ", count: 2_100)
        let form = try ada.save("Page", text)
        #expect(form.status == 413 && form.html.plain.contains("10 KiB"), "\(form.html.plain)")
        #expect(form.html.textarea("markdown") == Array(text.utf8), "no word is lost")
        let fields = [("Content-Type", "application/json")]
        let program = try Visitor(wiki).send("PUT", "/-/api/v1/pages/Page", fields, Array("{\"markdown\": \"\(text)\"}".utf8))
        let problem = try program.json()
        #expect(program.status == 413 && problem["limit"]?.number == 10_240 && problem["detail"]?.text?.contains("10 KiB") == true)
        #expect(try ada.get("/-/attach/").html.plain.contains("Up to 512 KiB"))
        let huge = try ada.save("Page", String(repeating: "word ", count: 40_000))
        #expect(huge.status == 413 && huge.html.plain.contains("larger than 124 KiB"), "\(huge.html.plain)")
        let body = try Visitor(wiki).send("PUT", "/-/api/v1/pages/Page", fields, [UInt8](repeating: 0x20, count: 200_000)).json()
        #expect(body["limit"]?.number == 96_256 && body["detail"]?.text?.contains("94 KiB") == true, "\(body)")
        // The handbook is no page of the wiki.
        #expect(try ada.get("/-/help/Guide/Configuration").html.tags("table").count > 0)
    }

    @Test func aFileOfTheHistoryIsServedWhateverTheBoundOnNewOnes() throws {
        var history = HandmadeHistory()
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        history.commit([("Home.md", .text("# Home\n")), ("film.webm", .bytes(bytes))])
        let ada = Visitor(try RunningWiki(history, settings: "limits:\n  attachment: 1 MiB\n"))
        let file = try ada.get("/film.webm")
        #expect(file.status == 200 && file["content-type"] == "video/webm")
        #expect(file.body == bytes)
        #expect(try ada.get("/film.webm", ("Range", "bytes=2999990-")).body == Array(bytes.suffix(10)))
    }

    @Test func aPageMayBeAsLongAsTheSettingSays() throws {
        let settings = "limits:\n  page: 3 MiB\nworkers:\n  time-limit: 60 s\n"
        let ada = Visitor(try RunningWiki(files: ["Home.md": "# Home\n"], settings: settings))
        let page = try ada.saves("Long", String(repeating: "A line of text, again and again and again.\n", count: 52_000))
        #expect(page.text.contains("<p>A line of text"))
        #expect(!page.html.plain.contains("you see its source"))
        #expect(try ada.get("/-/search?q=again").html.addresses.contains("/Long"))
    }

    @Test(arguments: [nil, 0, 2, 10])
    func pagesAreShownInEachOtherAsDeepAsTheSettingSays(depth: Int?) throws {
        var files = ["Home.md": "# Home\n"]
        for number in 0...12 { files["P\(number).md"] = "Words of \(number).\n\n![[P\(number + 1)]]\n" }
        let settings = depth.map { "limits:\n  embed-depth: \($0)\n" } ?? "site:\n  name: Deep\n"
        let ada = Visitor(try RunningWiki(files: files, settings: settings))
        let last = depth ?? 8
        for _ in 1...2 {
            let page = try ada.get("/P0").html.plain
            #expect(page.contains("Words of \(last).") && !page.contains("Words of \(last + 1)."))
        }
        // What is kept ready follows a change as deep.
        try ada.saves("P\(last)", "Other words.\n")
        #expect(try ada.get("/P0").html.plain.contains("Other words."))
    }
}
