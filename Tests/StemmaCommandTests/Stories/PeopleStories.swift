import Testing

/// Everyone who edits is found, has a page, and is followed; nobody is ranked who does not want it.
@Suite("People")
struct PeopleStories {
    /// A wiki with a history by several people.
    private func site(_ settings: String = "editing: accounts\n") throws -> RunningWiki {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("Home\n"))], author: "Ada <ada@example.org>")
        history.commit([("Bread.md", .text("Flour.\n"))], message: "Begin bread", author: "Zoë Baker <zoe@example.org>")
        history.commit([("Bread.md", .text("Flour, salt.\n"))], author: "ada@elsewhere.example <ada@elsewhere.example>")
        history.commit([("Salt.md", .text("Salt.\n"))], message: "<script>alert(1)</script>", author: "a/b & \"c\" <x@example.org>")
        return try RunningWiki(history, settings: settings)
    }

    /// The names in a list of people, and where they lead.
    private func listed(_ answer: Answer) -> [String] {
        answer.html.addresses.filter { $0.hasPrefix("/-/people/") }
    }

    @Test func everyoneIsListedAndHasAPage() throws {
        let visitor = Visitor(try site())
        let all = try visitor.get("/-/people")
        #expect(all.html.plain.contains("4 people have edited this wiki"))
        let people = listed(all)
        #expect(people.count == 4)
        #expect(people[1...] == ["/-/people/ada~\(people[1].suffix(7))", "/-/people/Zo%C3%AB%20Baker", "/-/people/Ada"])
        for address in people {
            let page = try visitor.get(address)
            #expect(page.status == 200, "\(address)")
            CrawlStories.expectHeaders(page, address)
            #expect(page.html.plain.contains("edits in the last 53 weeks"), "\(address)")
            #expect(!page.text.contains("@example.org") && !page.text.contains("@elsewhere"), "\(address) tells an e-mail address")
        }
        #expect(!all.text.contains("@e"))
        let byName = listed(try visitor.get("/-/people?order=name"))
        #expect(byName.last == "/-/people/Zo%C3%AB%20Baker" && Set(byName) == Set(people))
        #expect(listed(try visitor.get("/-/people?q=bak%20zoe")) == ["/-/people/Zo%C3%AB%20Baker"])
        #expect(try visitor.get("/-/people?q=nobody").html.plain.contains("Nobody who edited has a name with “nobody”"))
        #expect(try visitor.get("/-/people?after=c1").status == 200)
        #expect(try visitor.get("/-/people?q=\(String(repeating: "x", count: 201))").status == 400)
        for address in ["/-/people/Nobody", "/-/people/%2E%2E%2Fx", "/-/people/a/b", "/-/people/%FF", "/-/people/~zzzzzzz"] {
            #expect([400, 404].contains(try visitor.get(address).status), "\(address)")
        }
    }

    @Test func namesLeadToTheirPages() throws {
        let visitor = Visitor(try site())
        let zoe = "/-/people/Zo%C3%AB%20Baker"
        let commit = try visitor.wiki.git.id("HEAD~2")
        for address in ["/-/history/Bread", "/-/recent", "/Bread", "/-/commit/\(commit)", "/-/diff/Bread?to=\(commit)"] {
            #expect(try visitor.get(address).html.addresses.contains(zoe), "\(address)")
        }
        #expect(try visitor.get("/").html.addresses.contains("/-/people"))
        let page = try visitor.get(zoe)
        #expect(page.html.addresses.contains("/Bread") && page.html.plain.contains("Begin bread"))
        // Without regard to case and accents the same person is meant, at one address.
        let other = try visitor.get("/-/people/zoe%20baker")
        #expect(other.status == 302 && other.location == zoe)
        #expect(try visitor.get("\(zoe)?year=2023").html.plain.contains("1 edit in 2023"))
        #expect(page.html.addresses.contains("\(zoe)?year=2023"))
        for year in ["0", "9999", "99999999999999", "x", "1"] { #expect(try visitor.get("\(zoe)?year=\(year)").status == 200) }
        #expect(try visitor.get("\(zoe)?after=1").status == 200)
    }

    @Test func aFeedForEach() throws {
        let visitor = Visitor(try site())
        let people = listed(try visitor.get("/-/people"))
        for address in people {
            let page = try visitor.get(address)
            let feed = address.replacing("/-/people/", with: "/-/feed/people/")
            #expect(page.html.tags("link").contains { $0["rel"] == "alternate" && $0["href"] == feed }, "\(address)")
            let answer = try visitor.get(feed)
            #expect(answer.status == 200 && answer["content-type"]?.hasPrefix("application/atom+xml") == true)
            #expect(WellFormedXML.fault(in: answer.body) == nil, "\(feed)")
            #expect(answer.text.contains("<entry>") && !answer.text.contains("@"), "\(feed)")
        }
        #expect(try visitor.get("/-/feed/people/Nobody").status == 404)
        #expect(try visitor.get("/-/feed/people/zoe%20baker").location == "/-/feed/people/Zo%C3%AB%20Baker")
    }

    @Test func anAccountIsListedOnceItEdited() throws {
        let wiki = try site()
        let ben = try wiki.member("ben")
        #expect(!listed(try ben.get("/-/people")).contains("/-/people/ben"))
        try ben.saves("Water", "Water.\n")
        try ben.fills("/-/settings", to: "/-/settings", ["displayName": "Benjamin B."])
        #expect(listed(try Visitor(wiki).get("/-/people")).first == "/-/people/ben")
        #expect(listed(try Visitor(wiki).get("/-/people?q=benj")) == ["/-/people/ben"])
        let page = try Visitor(wiki).get("/-/people/ben").html.plain
        #expect(page.contains("Benjamin B.") && page.contains("Account name ben"))
        // What a person wrote stays under the name that the history shows.
        try ben.fills("/-/settings/deletion", to: "/-/settings/deletion", ["current": RunningWiki.password])
        let name = try Visitor(wiki).call("GET", "history/Water", token: nil).json()["revisions"]?[0]?["author"]?.text
        let left = try #require(listed(try Visitor(wiki).get("/-/people")).first)
        #expect(try Visitor(wiki).get(left).html.plain.contains(try #require(name)))
    }

    @Test func nobodyIsRankedUnlessTheCommunityWantsIt() throws {
        let plain = Visitor(try site())
        #expect(!(try plain.get("/-/people").html.plain.contains("Words today")))
        #expect(!(try plain.get("/-/people?order=words").html.plain.contains("Ordered by the words")))

        let wiki = try site("editing: accounts\npeople:\n  ranking: true\n")
        let (ada, ben) = (try wiki.member("ada"), try wiki.member("ben"))
        try ada.saves("A", "One.\n")
        try ben.saves("B", "Two.\n")
        let ranked = try Visitor(wiki).get("/-/people?order=words")
        #expect(ranked.html.plain.contains("Ordered by the words"))
        #expect(listed(ranked).contains("/-/people/ada") && listed(ranked).contains("/-/people/ben"))
        try ben.fills("/-/settings", to: "/-/settings", ["ranking": "out"])
        #expect(try ben.get("/-/settings").html.tags("option").contains { $0["value"] == "out" && $0["selected"] != nil })
        let after = listed(try Visitor(wiki).get("/-/people?order=words"))
        #expect(after.contains("/-/people/ada") && !after.contains("/-/people/ben"))
        #expect(listed(try Visitor(wiki).get("/-/people")).contains("/-/people/ben"), "other lists have everybody")
    }

    @Test func unconfirmedWorkIsMarked() throws {
        let wiki = try site()
        try wiki.add("ada")
        try wiki.add("ben")
        let clone = try wiki.clone(as: "ada")
        let other = GitFolder(path: clone.path, variables: GitFolder.author("Benjamin", "ben@example.org"))
        try other.commit(["Rye.md": "Rye.\n"], message: "Work of Benjamin")
        #expect(try clone.outcome("push", "origin", "main").code == 0)
        let address = try #require(listed(try Visitor(wiki).get("/-/people")).first)
        #expect(address.hasPrefix("/-/people/Benjamin~"))
        #expect(try Visitor(wiki).get("/-/people").html.plain.contains("unconfirmed"))
        let page = try Visitor(wiki).get(address).html.plain
        #expect(page.contains("unconfirmed") && page.contains("pushed by ada"))
    }

    @Test func programsReadPeople() throws {
        let visitor = Visitor(try site())
        let contract = APIContract(try visitor.call("GET", "openapi.json", token: nil).json())
        func call(_ address: String, _ status: Int = 200) throws -> JSONText {
            let answer = try visitor.call("GET", address, token: nil)
            #expect(answer.status == status && contract.faults(answer, to: "GET", address) == [], "\(address): \(answer.text)")
            #expect(!answer.text.contains("@"), "\(address)")
            return try answer.json()
        }
        let first = try call("people?limit=3")
        #expect(first["people"]?.items.count == 3)
        let rest = try call("people?limit=3&after=\(try #require(first["next"]?.text))")
        #expect(rest["people"]?.items.compactMap { $0["id"]?.text } == ["Ada"] && rest["next"] == .null)
        let zoe = try call("people/Zo%C3%AB%20Baker")
        #expect(zoe["edits"]?.number == 1 && zoe["page_count"]?.number == 1 && zoe["account"] == .null)
        #expect(zoe["words"]?["living"]?.number != nil && zoe["pages"]?[0]?["path"]?.text == "Bread")
        _ = try call("people/Nobody", 404)
        _ = try call("people?after=nonsense", 400)
        _ = try call("people?limit=0", 400)
    }
}
