import Testing

/// The JSON API, as a script uses it: no cookies, no forms.
@Suite("The JSON API")
struct APIStories {
    private let wiki: RunningWiki
    private let script: Visitor
    private let contract: APIContract

    init() throws {
        wiki = try RunningWiki()
        script = Visitor(wiki)
        contract = APIContract(try script.get("/-/api/v1/openapi.json").json())
    }

    /// Sends a request, and holds the answer to the API's own description.
    private func send(_ method: String, _ address: String, _ fields: [(String, String)] = [], _ body: [UInt8]? = nil) throws -> Answer {
        let answer = try script.send(method, "/-/api/v1/\(address)", fields, body)
        #expect(contract.faults(answer, to: method, address) == [], "\(method) \(address): \(answer.status)")
        return answer
    }

    private func call(_ method: String, _ address: String, _ members: [String: String]? = nil, _ fields: (String, String)...) throws
        -> Answer
    {
        let body = members.map { members in
            Array("{\(members.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)):\($0.value)" }.joined(separator: ","))}".utf8)
        }
        return try send(method, address, fields + (body == nil ? [] : [("Content-Type", "application/json")]), body)
    }

    private func put(_ page: String, _ markdown: String, base: String? = nil, summary: String = "", author: String? = nil) throws -> Answer
    {
        var members = ["markdown": JSONText.quoted(markdown), "summary": JSONText.quoted(summary)]
        if let base { members["base"] = JSONText.quoted(base) }
        if let author { members["author"] = JSONText.quoted(author) }
        return try call("PUT", "pages/\(page)", members)
    }

    private func expectProblem(_ answer: Answer, _ status: Int, _ code: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(answer.status == status, "\(answer.text)", sourceLocation: sourceLocation)
        #expect(answer["content-type"] == "application/problem+json", sourceLocation: sourceLocation)
        let problem = try answer.json()
        #expect(problem["type"]?.text?.hasSuffix("#\(code)") == true, "\(answer.text)", sourceLocation: sourceLocation)
        #expect(problem["status"]?.number == Double(status), sourceLocation: sourceLocation)
        #expect(problem["title"]?.text?.isEmpty == false, sourceLocation: sourceLocation)
    }

    @Test func aPageFromItsBeginningToItsEnd() throws {
        let made = try put("Guides/Bread", "# Bread\n\nFlour.\n", summary: "Begin", author: "Ada")
        #expect(made.status == 201)
        let first = try #require(try made.json()["revision"]?.text)
        #expect(first.utf8.count == 40)
        #expect(try script.get(try #require(made["location"])).status == 200)
        #expect(try wiki.git.run("log", "-1", "--format=%H|%an|%s").lines == ["\(first)|Ada|Begin"])

        let read = try call("GET", "pages/Guides/Bread").json()
        #expect(read["path"]?.text == "Guides/Bread")
        #expect(read["title"]?.text == "Bread")
        #expect(read["markdown"]?.text == "# Bread\n\nFlour.\n")
        #expect(read["html"]?.text?.contains("Flour.") == true)
        #expect(read["revision"]?.text == first)
        #expect(read["contributors"]?[0]?["name"]?.text == "Ada")

        let saved = try put("Guides/Bread", "# Bread\n\nFlour and salt.\n", base: first)
        #expect(saved.status == 200)
        let second = try #require(try saved.json()["revision"]?.text)
        #expect(try wiki.git.id() == second)
        #expect(try wiki.git.subjects().first?.isEmpty == false)
        #expect(try call("GET", "pages/Guides/Bread?rev=\(first)").json()["markdown"]?.text == "# Bread\n\nFlour.\n")

        let history = try call("GET", "history/Guides/Bread").json()
        #expect(history["revisions"]?.items.compactMap { $0["id"]?.text } == [second, first])
        #expect(history["revisions"]?[1]?["author"]?.text == "Ada")
        #expect(history["revisions"]?[0]?["added"]?.number == 2)
        let diff = try call("GET", "diff/Guides/Bread?from=\(first)&to=\(second)")
        #expect(diff.status == 200 && diff.text.contains("salt"))
        #expect(try call("GET", "recent").json().names.contains("next"))
        #expect(try call("GET", "search?q=salt").text.contains("Guides/Bread"))
        #expect(try call("GET", "pages?prefix=Guides").json()["pages"]?.items.compactMap { $0["path"]?.text } == ["Guides/Bread"])

        let deleted = try call("DELETE", "pages/Guides/Bread", ["base": JSONText.quoted(second), "summary": "\"Gone\""])
        #expect(deleted.status == 200)
        try expectProblem(try call("GET", "pages/Guides/Bread"), 404, "not-found")
        let back = try call("POST", "pages/Guides/Bread/restore", ["revision": JSONText.quoted(first)])
        #expect([200, 201].contains(back.status), "\(back.text)")
        #expect(try wiki.git.text("Guides/Bread.md") == "# Bread\n\nFlour.\n")
        let undone = try call("POST", "commits/\(try wiki.git.id())/revert", ["summary": "\"Take it back\""])
        #expect(undone.status == 200, "\(undone.text)")
        #expect(try !wiki.git.files().contains("Guides/Bread.md"))
        #expect(try wiki.git.subjects().first == "Take it back")
    }

    @Test func conflictsComeWithAllTexts() throws {
        let base = try #require(try put("Page", "One.\n\nTwo.\n").json()["revision"]?.text)
        #expect(try put("Page", "One!\n\nTwo.\n", base: base).status == 200)
        let merged = try put("Page", "One.\n\nTwo!\n", base: base)
        #expect(merged.status == 200)
        #expect(try merged.json()["merged"] == .bool(true))
        #expect(try wiki.git.text("Page.md") == "One!\n\nTwo!\n")
        let refused = try put("Page", "One?\n\nTwo.\n", base: base)
        try expectProblem(refused, 409, "conflict")
        let problem = try refused.json()
        #expect(problem["base"]?.text == "One.\n\nTwo.\n")
        #expect(problem["yours"]?.text == "One?\n\nTwo.\n")
        #expect(problem["theirs"]?.text == "One!\n\nTwo!\n")
        #expect(problem["merged_with_markers"]?.text?.contains("<<<<<<<") == true)
        let missing = try put("Page", "Three.\n")
        try expectProblem(missing, 409, "conflict")
        #expect(try missing.json()["theirs"]?.text == "One!\n\nTwo!\n")
        #expect(try call("DELETE", "pages/Page", ["summary": "\"x\""]).status == 409)
        #expect(try call("DELETE", "pages/Page", ["base": JSONText.quoted(base)]).status == 409)
        let again = try put("Page", "One!\n\nTwo!\n", base: try wiki.git.id())
        #expect(again.status == 200)
        #expect(try again.json()["unchanged"] == .bool(true))
    }

    @Test func aRestorationNamesWhatItSaw() throws {
        let first = try #require(try put("Page", "One.\n").json()["revision"]?.text)
        let second = try #require(try put("Page", "Two.\n", base: first).json()["revision"]?.text)
        #expect(try put("Page", "Three.\n", base: second).status == 200)
        let (old, seen) = (JSONText.quoted(first), JSONText.quoted(second))
        let late = try call("POST", "pages/Page/restore", ["revision": old, "base": seen])
        try expectProblem(late, 409, "conflict")
        #expect(try late.json()["theirs"]?.text == "Three.\n")
        let nobody = JSONText.quoted(String(repeating: "0", count: 40))
        try expectProblem(try call("POST", "pages/Page/restore", ["revision": old, "base": nobody]), 422, "invalid-member")
        #expect(try wiki.git.text("Page.md") == "Three.\n")
        #expect(try call("POST", "pages/Page/restore", ["revision": old, "base": JSONText.quoted(try wiki.git.id())]).status == 200)
        #expect(try call("POST", "pages/Page/restore", ["revision": seen]).status == 200, "without a base it is as before")
        #expect(try wiki.git.text("Page.md") == "Two.\n")
    }

    @Test func problemsSayWhatIsWrong() throws {
        try expectProblem(try call("GET", "pages/Nobody"), 404, "not-found")
        try expectProblem(try call("GET", "nothing"), 404, "not-found")
        try expectProblem(try put("..%2Fescape", "x"), 400, "malformed-request")
        try expectProblem(try put(".hidden", "x"), 422, "invalid-name")
        try expectProblem(try put("Page", "x", base: String(repeating: "0", count: 40)), 422, "invalid-member")
        try expectProblem(try put("Page", "x", summary: String(repeating: "s", count: 501)), 422, "summary-too-long")
        try expectProblem(try put("Page", "a\u{0}b"), 422, "not-text")
        try expectProblem(try put("Page", String(repeating: "x", count: (2 << 20) + 1)), 413, "too-large")
        try expectProblem(try call("PUT", "pages/Page", ["summary": "\"x\""]), 422, "invalid-member")
        try expectProblem(try call("PUT", "pages/Page", ["markdown": "7"]), 422, "invalid-member")
        try expectProblem(try call("PUT", "pages/Page", ["markdown": "\"x\"", "colour": "\"red\""]), 422, "invalid-member")
        try expectProblem(try call("GET", "search"), 400, "invalid-parameter")
        try expectProblem(try call("GET", "pages?limit=0"), 400, "invalid-parameter")
        try expectProblem(try call("GET", "pages?after=nonsense"), 400, "invalid-parameter")
        try expectProblem(try call("POST", "commits/zzzz/revert", ["summary": "\"x\""]), 404, "unknown-revision")
        for body in [
            "", "{", "[]", "{\"markdown\":\"x\"", "{\"markdown\":\"\\ud800\"}", "{\"a\":1,\"a\":2}", "\u{FEFF}{}",
            String(repeating: "[", count: 100_000),
        ] {
            let answer = try send("PUT", "pages/Page", [("Content-Type", "application/json")], Array(body.utf8))
            #expect([400, 422].contains(answer.status), "\(body.prefix(30))")
            #expect(answer["content-type"] == "application/problem+json")
        }
        let text = try send("PUT", "pages/Page", [("Content-Type", "text/plain")], Array("{\"markdown\":\"x\"}".utf8))
        try expectProblem(text, 415, "unsupported-type")
        let method = try call("PATCH", "pages/Page")
        try expectProblem(method, 405, "method-not-allowed")
        #expect(method["allow"]?.contains("PUT") == true)
        #expect(try wiki.git.subjects().count == 1)
    }

    @Test func aLongTextThatAClientEscapes() throws {
        let letters = String(repeating: "я", count: 1_000_000)
        let escaped = "{\"markdown\":\"\(String(repeating: "\\u044f", count: 1_000_000))\"}"
        let made = try send("PUT", "pages/Letters", [("Content-Type", "application/json")], Array(escaped.utf8))
        #expect(made.status == 201, "\(made.text.prefix(300))")
        #expect(try wiki.git.text("Letters.md") == letters + "\n")
    }

    @Test func listsComeInPages() throws {
        for number in 1...7 { #expect(try put("List/Page-\(number)", "Number \(number).\n").status == 201) }
        for list in ["pages?prefix=List&limit=3", "recent?limit=3", "search?q=number&limit=3"] {
            var (count, next, rounds) = (0, "", 0)
            repeat {
                let answer = try call("GET", list + (next.isEmpty ? "" : "&after=\(next)")).json()
                let items = answer["pages"] ?? answer["results"] ?? answer["commits"] ?? answer["changes"] ?? answer["recent"]
                count += items?.items.count ?? 0
                next = answer["next"]?.text ?? ""
                rounds += 1
            } while !next.isEmpty && rounds < 20
            #expect(count >= 7, "\(list): \(count) in \(rounds)")
            #expect(rounds == 3, "\(list): \(rounds)")
        }
    }

    @Test func rendering() throws {
        #expect(try put("Bread", "Flour.\n").status == 201)
        let answer = try call(
            "POST", "render",
            ["markdown": JSONText.quoted("## One\n\n[[Bread]] [x](Nobody)\n\n<script>alert(1)</script>"), "path": "\"New\""])
        let json = try answer.json()
        #expect(json["html"]?.text?.contains("href=\"/Bread\"") == true)
        #expect(json["html"]?.text?.contains("<script") == false)
        #expect(json["headings"]?[0]?["text"]?.text == "One")
        #expect(json["links"]?.items.isEmpty == false)
        #expect(try wiki.git.subjects().count == 2)
    }

    @Test func theDescriptionNamesEveryAddress() throws {
        let description = try call("GET", "openapi.json").json()
        #expect(description["openapi"]?.text?.hasPrefix("3.1") == true)
        let paths = description["paths"]?.names ?? []
        for noun in ["pages", "history", "diff", "search", "recent", "render", "commits"] {
            #expect(paths.contains { $0.hasPrefix("/\(noun)") }, "\(noun)")
        }
        #expect(try script.get("/-/help/Guide/JSON-API").status == 200)
    }

    @Test func aDifferenceIsBlocksAndWordsWithTheirPlaces() throws {
        let moving = "This paragraph moves about, and is long enough to be known again. Ä.\n"
        let staying = "This one stays, and is longer than what moves, for the heavier one of two is held to be what stayed in its place.\n"
        let (old, new) = (
            "---\ntitle: A\n---\n\(moving)\n- [ ] Grüße\n\nA red apple.\n\n\(staying)",
            "- [x] Grüße\n\nA green apple.\n\n\(staying)\n\(moving)"
        )
        #expect(try put("Page", old).status == 201)
        let base = try wiki.git.id()
        #expect(try put("Page", new, base: base).status == 200)
        let diff = try call("GET", "diff/Page?from=\(base)").json()
        let changes = try #require(diff["changes"]?.items)
        let kinds = Set(changes.compactMap { $0["kind"]?.text })
        #expect(kinds.isSuperset(of: ["removed", "moved", "moved-away", "changed"]), "\(kinds)")
        #expect(diff["moves"]?.number == 1 && changes.compactMap { $0["move"]?.number } == [1, 1])
        #expect(changes.flatMap { $0["structure"]?.items ?? [] }.contains { $0["what"]?.text == "task" && $0["new"]?.text == "done" })
        func bytes(_ place: JSONText?, of text: String) -> String? {
            guard let start = place?["start"]?.number, let end = place?["end"]?.number else { return nil }
            return String(decoding: Array(text.utf8)[Int(start)..<Int(end)], as: UTF8.self)
        }
        for change in changes where change["kind"]?.text != "moved-away" {
            let pieces = change["pieces"]?.items ?? []
            for (side, text, stranger) in [("old", old, "inserted"), ("new", new, "deleted")] {
                let own = pieces.filter { $0["kind"]?.text != stranger }.compactMap { bytes($0[side], of: text) }
                #expect(own.joined() == bytes(change[side], of: text), "\(side) of \(change)")
            }
            for piece in pieces where piece["kind"]?.text == "inserted" { #expect(piece["text"]?.text == bytes(piece["new"], of: new)) }
        }
        try expectProblem(try call("GET", "diff/Page?space=some"), 400, "invalid-parameter")
        #expect(try call("GET", "diff/Page?space=ignore").json()["ignores_space"] == .bool(true))
    }

    @Test func aSentenceThatMovedBearsOneNumberAtBothPlaces() throws {
        let sentence = "It is easy to run the server at home."
        #expect(try put("Page", "One begins here. \(sentence) More of one.\n\nTwo begins here.\n").status == 201)
        let base = try wiki.git.id()
        #expect(try put("Page", "One begins here. More of one.\n\nTwo begins here. \(sentence)\n", base: base).status == 200)
        let diff = try call("GET", "diff/Page?from=\(base)").json()
        #expect(diff["moves"]?.number == 0 && diff["sentence_moves"]?.number == 1)
        #expect(diff["words"]?["added"]?.number == 0 && diff["words"]?["removed"]?.number == 0)
        let moved = (diff["changes"]?.items ?? []).flatMap { $0["pieces"]?.items ?? [] }.filter { $0["move"] != nil }
        #expect(moved.compactMap { $0["move"]?.number } == [1, 1])
        #expect(moved.compactMap { $0["kind"]?.text } == ["deleted", "inserted"])
        #expect(moved.compactMap { $0["text"]?.text } == [sentence + " ", " " + sentence])
    }

    @Test func everyOperationDescribesEveryOtherRefusal() throws {
        let paths = try #require(try call("GET", "openapi.json").json()["paths"])
        #expect(paths.names.count > 8)
        for path in paths.names {
            for method in paths[path]?.names ?? [] {
                #expect(paths[path]?[method]?["responses"]?["default"] != nil, "\(method) \(path)")
            }
        }
        // None of these statuses is described by itself.
        let long = String(repeating: "a", count: 9000)
        #expect(try send("GET", "search?q=\(long)").status == 414)
        #expect(try send("POST", "search").status == 405)
        #expect(try send("DELETE", "openapi.json").status == 405)
    }

    @Test func theContractIsHeld() throws {
        let page = Answer(Array("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"next\":7}".utf8), hasBody: true, isOver: true)
        let faults = contract.faults(try #require(page), to: "GET", "pages?limit=1")
        #expect(faults.sorted() == ["body.next: is no string or null", "body.pages is missing"])
        #expect(!contract.faults(try #require(page), to: "GET", "history/A/B").isEmpty)
        #expect(contract.faults(try #require(page), to: "PATCH", "pages/A") == ["PATCH pages/A is not described"])
    }

    @Test func answersAreNotForSearchEnginesAndCanBeAskedAgain() throws {
        #expect(try put("Bread", "Flour.\n").status == 201)
        try wiki.followsAuthors()
        for address in ["pages", "pages/Bread", "history/Bread", "diff/Bread", "recent", "search?q=flour", "openapi.json"] {
            let answer = try call("GET", address)
            #expect(answer.status == 200, "\(address)")
            #expect(answer["x-robots-tag"]?.contains("noindex") == true, "\(address)")
            #expect(answer["x-content-type-options"] == "nosniff")
            if let tag = answer["etag"] { #expect(try call("GET", address, nil, ("If-None-Match", tag)).status == 304, "\(address)") }
            #expect(!answer.text.contains("@users.noreply"), "\(address) tells an address")
            #expect(try send("HEAD", address).status == 200, "\(address)")
        }
    }

    @Test func anOpenWikiTakesEditsFromAnywhere() throws {
        let open = try RunningWiki(settings: "editing: open\nsite:\n  url: https://wiki.example.org/w/\n")
        let far = Visitor(open)
        far.host = "wiki.example.org"
        let body = Array("{\"markdown\":\"Hello.\\n\",\"author\":\"Ben\"}".utf8)
        let made = try far.send("PUT", "/w/-/api/v1/pages/Page", [("Content-Type", "application/json")], body)
        #expect(made.status == 201, "\(made.text)")
        #expect(made["location"] == "https://wiki.example.org/w/-/api/v1/pages/Page")
        #expect(try open.git.run("log", "-1", "--format=%an").lines == ["Ben"])
        let own = try far.send(
            "DELETE", "/w/-/api/v1/pages/Page", [("Content-Type", "application/json"), ("Origin", "https://wiki.example.org")],
            Array("{\"base\":\"\(try open.git.id())\"}".utf8))
        #expect(own.status == 200, "\(own.text)")
    }
}
