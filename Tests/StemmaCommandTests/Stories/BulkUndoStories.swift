import Testing

/// A moderator takes many edits back at once.
@Suite("Many edits at once")
struct BulkUndoStories {
    private let wiki: RunningWiki
    private let mo: Visitor

    init() throws {
        wiki = try RunningWiki(
            files: ["Bread.md": "Flour.\n", "Salt.md": "Salt.\n\nMiddle.\n\nEnd.\n", "Tea.md": "Tea.\n"], settings: "editing: accounts\n")
        mo = try wiki.member("mo", "moderator")
    }

    /// Three pages spoilt by Eve, one of which Ben has worked on since.
    private func spoil() throws {
        let (eve, ben) = (try wiki.member("eve"), try wiki.member("ben"))
        for page in ["Bread", "Tea"] { try eve.saves(page, "Buy \(page) now.\n", summary: "Spoil \(page)") }
        try eve.saves("Salt", "Buy Salt now.\n\nMiddle.\n\nEnd.\n", summary: "Spoil Salt")
        try eve.saves("Spam", "Buy.\n", summary: "Spoil all")
        try ben.saves("Tea", "Buy Tea tomorrow.\n", summary: "Better")
        try ben.saves("Salt", "Buy Salt now.\n\nMiddle.\n\nEnd, by Ben.\n", summary: "More")
    }

    private func commit(_ subject: String) throws -> String {
        let lines = try wiki.git.run("log", "--format=%H %s").lines
        let line = try #require(lines.first { $0.hasSuffix(" \(subject)") })
        return String(line.prefix(40))
    }

    @Test func allOfTheLastDays() throws {
        try spoil()
        let before = try wiki.git.subjects().count
        let person = try mo.get("/-/admin/people/eve")
        let address = try mo.link("See these edits, and take them back", in: person)
        let list = try mo.get(address)
        #expect(list.status == 200 && list.html.plain.contains("Spoil Bread") && !list.html.plain.contains("Better"))
        let done = try mo.fill(address, holding: ["days": "1"], ["days": "7"])
        let told = done.html.plain
        #expect(done.status == 200 && told.contains("Later edits changed the same words."), "\(told)")
        #expect(try mo.markdown("Bread") == "Flour.\n")
        #expect(try mo.get("/Spam").status == 404)
        #expect(try mo.markdown("Salt") == "Salt.\n\nMiddle.\n\nEnd, by Ben.\n", "what came later stays")
        #expect(try mo.markdown("Tea") == "Buy Tea tomorrow.\n", "nobody's words are overwritten")
        let byHand = try "/-/revert/\(commit("Spoil Tea"))"
        #expect(done.html.addresses.contains(byHand))
        #expect(try mo.get(byHand).status == 200)
        #expect(try wiki.git.subjects().count == before + 3, "one edit for each")
        let newest = try wiki.git.run("log", "-3", "--format=%an %s").lines
        #expect(newest.allSatisfy { $0.hasPrefix("mo Undo ") }, "\(newest)")
        #expect(try wiki.stemma(["audit"]).text.contains("edits.undone"), "the log says that it was one press")
    }

    @Test func theTickedOnes() throws {
        try spoil()
        let list = try mo.get("/-/admin/edits")
        let boxes = list.html.tags("input").filter { $0["type"] == "checkbox" && $0["form"] == "undo-picked" }
        #expect(boxes.count == 7, "everybody's edits, the first among them")
        let picked = try ["Spoil Bread", "Spoil Salt"].map { ("commit", try commit($0)) }
        #expect(boxes.contains { $0["value"] == picked[0].1 })
        #expect(try mo.press("/-/admin/edits", picked).status == 200)
        #expect(try mo.markdown("Bread") == "Flour.\n" && mo.get("/Spam").status == 200)
        let again = try mo.press("/-/admin/edits", picked)
        #expect(again.html.plain.contains("Had nothing left to take back"), "pressing twice does no harm")
        #expect(try mo.press("/-/admin/edits").status == 422)
        #expect(try mo.press("/-/admin/edits", [("commit", "1234567"), ("commit", "; ls")]).status == 422)
    }

    /// What the API answers to somebody with a token, held to its own description.
    private func ask(_ json: String, token: String) throws -> Answer {
        let contract = APIContract(try mo.call("GET", "openapi.json", token: nil).json())
        let answer = try mo.call("POST", "edits/undo", token: token, json)
        #expect(contract.faults(answer, to: "POST", "edits/undo") == [], "\(json): \(answer.status)")
        return answer
    }

    @Test func byAProgram() throws {
        try spoil()
        let token = try wiki.token("mo", "admin")
        let told = try ask(#"{"account": "eve", "days": 7, "summary": "Advertisements"}"#, token: token)
        #expect(told.status == 200, "\(told.text)")
        let outcome = try told.json()
        #expect(try outcome["left"]?.items.map { $0["commit"]?.text } == [commit("Spoil Tea")])
        #expect(outcome["left"]?[0]?["reason"]?.text == "Later edits changed the same words.")
        #expect(outcome["next"]?.text == nil && outcome["idle"]?.items.isEmpty == true)
        let newest = try wiki.git.run("log", "-3", "--format=%H %an %s").lines
        #expect(outcome["undone"]?.items.compactMap { $0["revision"]?.text } == newest.reversed().map { String($0.prefix(40)) })
        #expect(newest.allSatisfy { $0.hasSuffix(" mo Advertisements") }, "\(newest)")
        #expect(try mo.markdown("Bread") == "Flour.\n" && mo.get("/Spam").status == 404)
        #expect(try mo.markdown("Salt") == "Salt.\n\nMiddle.\n\nEnd, by Ben.\n")

        let bread = try commit("Spoil Bread")
        let again = try ask(#"{"commits": ["\#(bread)"]}"#, token: token).json()
        #expect(again["idle"]?[0]?.text == bread && again["undone"]?.items.isEmpty == true)
        #expect(try wiki.stemma(["audit"]).lines.count { $0.contains("edits.undone") } == 2, "one line for each request")
    }

    @Test func whatAProgramMayAskFor() throws {
        let (token, id) = (try wiki.token("mo", "admin"), try wiki.git.id())
        let many = Array(repeating: "\"\(id)\"", count: 101).joined(separator: ",")
        let none = String(repeating: "0", count: 40)
        for wrong in [
            "{}", #"{"account": "eve"}"#, #"{"days": 3}"#, #"{"account": "eve", "name": "eve", "days": 1}"#,
            #"{"account": "eve", "days": 0}"#, #"{"account": "eve", "days": 366}"#, #"{"account": "eve", "days": "1"}"#,
            #"{"account": "eve", "days": 1, "after": "p00"}"#, #"{"commits": ["\#(id)"], "days": 1}"#, #"{"commits": []}"#,
            #"{"commits": ["1234567"]}"#, #"{"commits": ["\#(none)"]}"#, #"{"commits": [7]}"#, #"{"commits": "\#(id)"}"#,
            "{\"commits\": [\(many)]}",
        ] { #expect(try ask(wrong, token: token).status == 422, "\(wrong)") }
        #expect(try ask(#"{"account": "nobody", "days": 1}"#, token: token).json()["undone"]?.items.isEmpty == true)
        try wiki.add("ben", "reviewer")
        for other in [try wiki.token("mo", "write"), try wiki.token("ben", "admin")] {
            #expect(try ask(#"{"commits": ["\#(id)"]}"#, token: other).status == 403)
        }
        #expect(try mo.call("GET", "edits/undo", token: token).status == 405)
        #expect(try mo.call("POST", "edits/undo/all", token: token, "{}").status == 404)
        #expect(try wiki.git.id() == id)
    }

    @Test func whatARuleKeepsForOthersStays() throws {
        try wiki.add("ada", "admin")
        let copy = try wiki.clone(as: "ada", token: try wiki.token("ada", "admin"))
        try copy.commit([".stemma/access.yaml": "rules:\n  - path: Bread.md\n    edit: [user:eve]\n"])
        try copy.run("push", "--quiet", "origin", "main")
        try spoil()
        let done = try mo.press("/-/admin/edits", [("account", "eve"), ("days", "1")])
        #expect(done.html.plain.contains("A rule of this wiki keeps"), "\(done.html.plain)")
        #expect(try mo.markdown("Bread") == "Buy Bread now.\n")
        #expect(try mo.get("/Spam").status == 404, "the others went all the same")
    }

    @Test func whoTakesANameIsSomebodyElse() throws {
        let open = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: open\nsite:\n  url: http://wiki.example.org/\n")
        let moderator = Visitor(open)
        moderator.host = "wiki.example.org"
        try open.add("mo", "moderator")
        try open.add("eve")
        try moderator.logsIn("mo")
        let (eve, other) = (Visitor(open), Visitor(open))
        (eve.host, other.host) = ("wiki.example.org", "wiki.example.org")
        try eve.logsIn("eve")
        try eve.saves("Mine", "Mine.\n")
        try other.saves("Theirs", "Buy.\n", author: "eve")
        let done = try moderator.press("/-/admin/edits", [("name", "eve"), ("days", "1")])
        #expect(done.status == 200, "\(done.html.plain)")
        #expect(try moderator.get("/Theirs").status == 404 && moderator.get("/Mine").status == 200)
    }
}
