import Testing

/// Whose words a page holds, as its readers see it.
@Suite("Who wrote this")
struct AuthorsStories {
    private static let first = "The kettle stands beside the copper stove in the northern kitchen."
    private static let second = "Every morning somebody carries fresh water from the courtyard well up the stairs."
    private static let third = "Whoever drinks the last cup of tea also washes the whole set of blue porcelain."
    private let ada = "Ada <ada@example.org>"
    private let ben = "Ben <ben@example.org>"
    private let eve = "Eve <eve@example.org>"

    private func text(_ sentences: String...) -> HandmadeHistory.Change { .text(sentences.joined(separator: "\n\n") + "\n") }

    /// The words of a page with the name of who wrote them, as the screen says to those who see no colour.
    private func words(_ answer: Answer) -> [String] {
        let html = answer.html
        var name = ""
        return html.tags.compactMap { tag in
            if tag["class"] == "quiet", tag.name == "bdi", html.text(of: tag).hasSuffix(": ") {
                name = String(html.text(of: tag).dropLast(2))
            }
            guard tag["class"]?.hasPrefix("run") == true else { return nil }
            return "\(name): \(html.text(of: tag).split(whereSeparator: \.isWhitespace).joined(separator: " "))"
        }
    }

    /// Asks until the server has found out.
    private func authors(_ page: String, _ visitor: Visitor) throws -> Answer {
        var answer = try visitor.get("/-/authors/\(page)")
        #expect(
            try Patience.wait {
                answer = try visitor.get("/-/authors/\(page)")
                return answer["refresh"] == nil
            })
        #expect(answer.status == 200)
        return answer
    }

    @Test func twoPeopleAndARevert() throws {
        var history = HandmadeHistory()
        history.commit([("Tea.md", text(Self.first))], author: ada)
        history.commit([("Tea.md", text(Self.first, Self.second))], message: "Say who carries", author: ben)
        history.commit([("Tea.md", text("Nonsense."))], author: eve)
        history.commit([("Tea.md", text(Self.first, Self.second))], message: "Take back", author: ada)
        let reader = Visitor(try RunningWiki(history))
        let answer = try authors("Tea", reader)
        #expect(words(answer) == ["Ada: \(Self.first)", "Ben: \(Self.second)"])
        #expect(answer["x-robots-tag"] == "noindex, nofollow")
        #expect(answer.html.plain.contains("Say who carries"))
        #expect(!answer.html.plain.contains("Eve "), "\(answer.html.plain)")
        #expect(!answer.text.contains("@example.org"))
        let run = try #require(answer.html.tags("a").first { $0["class"]?.hasPrefix("run") == true })
        let asked = try reader.get(String(try #require(run["href"]).prefix { $0 != "#" }))
        #expect(asked.html.plain.contains("The first of them came in"))
        let alone = try reader.get("/-/authors/Tea?who=Ben")
        #expect(alone.text.contains("is-dim") && alone.html.plain.contains("Show everybody's words again"))
        #expect(try reader.get("/-/authors/Tea?by=age").html.plain.contains("the last five years"))
        #expect(try words(reader.get("/-/authors/Tea?rev=\(reader.wiki.git.id("HEAD~1"))")) == ["Eve: Nonsense."])
        #expect(try [400, 404].contains(reader.get("/-/authors/Tea?rev=zzzzzzz").status))
        #expect(try reader.get("/-/authors/Nobody").status == 404)
        for odd in ["?at=9-3", "?at=x", "?part=900", "?who=%00", "?by=x"] {
            #expect(try [200, 400].contains(reader.get("/-/authors/Tea\(odd)").status), "\(odd)")
        }
    }

    @Test func aSentenceKnowsWhoseWordsAreGone() throws {
        var history = HandmadeHistory()
        history.commit([("Tea.md", text(Self.first, Self.second))], author: ada)
        history.commit([("Tea.md", text("The old" + Self.first.dropFirst(3), Self.second))], message: "Say how old", author: ben)
        history.commit([("Tea.md", text(Self.first, Self.second))], message: "It is new", author: eve)
        let reader = Visitor(try RunningWiki(history))
        let runs = try authors("Tea", reader).html.tags("a").filter { $0["class"]?.hasPrefix("run") == true }
        let asked = try reader.get(String(try #require(runs.first?["href"]).prefix { $0 != "#" }))
        for change in ["Say how old", "It is new"] { #expect(asked.html.plain.contains(change), "\(asked.html.plain)") }
        #expect(try !reader.get("/-/authors/Tea?at=100-110").html.plain.contains("It is new"), "another sentence was not touched")
    }

    @Test func thePageItselfNamesSharesOnceTheyAreKnown() throws {
        var history = HandmadeHistory()
        history.commit([("Tea.md", text(Self.first, Self.second))], author: ada)
        history.commit([("Tea.md", text(Self.first, Self.second, Self.third))], author: ben)
        let wiki = try RunningWiki(history)
        let reader = Visitor(wiki)
        #expect(try Patience.wait { try reader.get("/Tea").html.plain.contains("Ada 6") })
        let page = try reader.get("/Tea").html
        #expect(page.tags("a").contains { $0["data-tab"] == "authors" && $0["href"] == "/-/authors/Tea" })
        // An edit is followed soon after, and the page says so.
        try reader.saves("Tea", "\(Self.first)\n", author: "Cleo")
        #expect(try Patience.wait { try reader.get("/Tea").html.plain.contains("Ada 100 %") })
        #expect(try Patience.wait { try reader.get("/-/health").text.contains("\"complete\"") })
    }

    @Test func renamedMovedAndSharedWordsKeepTheirWriters() throws {
        var history = HandmadeHistory()
        history.commit([("Tea.md", text(Self.first, Self.second, Self.third))], author: ada)
        history.commit([("Tea.md", .delete), ("Guides/Tea.md", text(Self.first, Self.second, Self.third))], author: ben)
        history.commit([("Guides/Tea.md", text(Self.first)), ("Water.md", text(Self.second, Self.third))], author: ben)
        history.commit(
            [("Both.md", text("Two people found these words together at the long table."))],
            message: "Write together\n\nCo-authored-by: Eve <eve@example.org>", author: ada)
        history.commit([(".mailmap", .text("Ada Lovelace <ada@example.org>\n"))], author: ben)
        let reader = Visitor(try RunningWiki(history))
        #expect(try words(authors("Guides/Tea", reader)) == ["Ada Lovelace: \(Self.first)"])
        let water = try authors("Water", reader)
        #expect(words(water).allSatisfy { $0.hasPrefix("Ada Lovelace: ") })
        #expect(water.html.plain.contains("from Tea"))
        let both = try authors("Both", reader).html.plain
        #expect(both.contains("50 %") && both.contains("Eve"))
    }

    /// Who wrote together is named together, wherever a change is named.
    @Test func thoseWhoWroteTogetherAreNamedTogether() throws {
        var history = HandmadeHistory()
        let trailers = ["Eve", "Ben", "Cleo", "Dan"].map { "Co-authored-by: \($0) <\($0.lowercased())@example.org>" }
        history.commit([("Both.md", text(Self.first))], message: "Write together\n\n\(trailers[0])", author: ada)
        history.commit(
            [("Many.md", text(Self.second))], message: "Write as many\n\n\(trailers.joined(separator: "\n"))", author: ada)
        let wiki = try RunningWiki(history)
        let reader = Visitor(wiki)
        let both = try authors("Both", reader)
        #expect(words(both) == ["Ada and Eve: \(Self.first)"])
        #expect(both.html.tags("sup").map { both.html.text(of: $0) } == ["1+2"])
        #expect(both.html.tags("a").contains { $0["href"] == "/-/people/Eve" }, "names lead to people's pages")
        let run = try #require(both.html.tags("a").first { $0["class"]?.hasPrefix("run") == true })
        #expect(run["title"]?.hasPrefix("Ada and Eve, ") == true)
        let asked = try reader.get(String(try #require(run["href"]).prefix { $0 != "#" }))
        #expect(asked.html.plain.contains(", by Ada and Eve"), "\(asked.html.plain)")
        let many = try authors("Many", reader)
        #expect(words(many) == ["Ada, Eve, Ben and 2 more: \(Self.second)"])
        let id = try wiki.git.id("HEAD~1")
        let named = ["history/Both", "commit/\(id)", "recent", "people/Eve", "diff/Both?to=\(id)"].map { "/-/\($0)" }
        for address in named + ["/Both", "/Both?rev=\(id)"] {
            #expect(try reader.get(address).html.plain.contains("Ada and Eve"), "\(address)")
        }
        let feed = try reader.get("/-/feed/people/Eve").text
        #expect(feed.contains("<author><name>Ada</name></author><author><name>Eve</name></author>"), "\(feed)")
        let contract = APIContract(try reader.get("/-/api/v1/openapi.json").json())
        for address in ["history/Many", "recent"] {
            let answer = try reader.get("/-/api/v1/\(address)")
            #expect(contract.faults(answer, to: "GET", address) == [], "\(answer.text)")
            #expect(answer.text.contains("\"co_authors\":[\"Eve\",\"Ben\",\"Cleo\",\"Dan\"]"), "\(answer.text)")
        }
        let place = try TemporaryFolder()
        let source = try GitFolder.new(place.path("source.git"))
        try history.write(to: source)
        let folder = place.path("wiki")
        #expect(try StemmaProgram.run("init", folder, "--from", source.path).code == 0)
        #expect(try StemmaProgram.run("authors", folder, "Both", "--text").text.contains("1+2 │ \(Self.first)"))
        #expect(try StemmaProgram.run("history", folder, "Many").text.contains("Ada, Eve, Ben and 2 more: Write as many"))
    }

    @Test func programsAreToldInBytes() throws {
        var history = HandmadeHistory()
        history.commit([("Tea.md", text(Self.first))], author: ada)
        history.commit([("Tea.md", text(Self.first, "Grüße, \(Self.second)"))], author: ben)
        history.commit([("Odd.md", .bytes([0x61, 0xFF]))], author: ben)
        let wiki = try RunningWiki(history)
        let script = Visitor(wiki)
        let contract = APIContract(try script.get("/-/api/v1/openapi.json").json())
        for address in ["authors/Tea", "authors/Tea?rev=\(try wiki.git.id("HEAD~2"))", "authors/Nobody", "authors/Odd", "pages/Tea"] {
            let answer = try script.get("/-/api/v1/\(address)")
            #expect(contract.faults(answer, to: "GET", address) == [], "\(address): \(answer.text)")
        }
        let value = try script.get("/-/api/v1/authors/Tea").json()
        #expect(value["contributors"]?.items.compactMap { $0["name"]?.text } == ["Ben", "Ada"])
        let spans = value["spans"]?.items ?? []
        #expect(spans.first?["start"]?.number == 0)
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0["end"]?.number == $1["start"]?.number })
        #expect(spans.last?["end"]?.number == Double(try wiki.git.bytes("Tea.md").count))
        #expect(try spans.compactMap { $0["revision"]?.text } == [wiki.git.id("HEAD~2"), wiki.git.id("HEAD~1")])
        #expect(try script.get("/-/api/v1/authors/Odd").status == 422)
        #expect(
            try Patience.wait {
                let people = try script.get("/-/api/v1/pages/Tea").json()["contributors"]?.items ?? []
                return (people.first?["share"]?.number ?? 0) > 0.5
            })
    }

    @Test func theCommandLineTellsIt() throws {
        var history = HandmadeHistory()
        history.commit([("Tea.md", text(Self.first))], author: ada)
        history.commit([("Tea.md", text(Self.first, Self.second))], author: ben)
        let place = try TemporaryFolder()
        let source = try GitFolder.new(place.path("source.git"))
        try history.write(to: source)
        let folder = place.path("wiki")
        #expect(try StemmaProgram.run("init", folder, "--from", source.path).code == 0)
        let plain = try StemmaProgram.run("authors", folder, "Tea", "--text")
        #expect(plain.code == 0, "\(plain.errors)")
        #expect(plain.lines.first == "24 words by 2 people")
        #expect(plain.text.contains("1 │ \(Self.second)") && plain.text.contains("2 │ \(Self.first)"))
        let json = try #require(JSONText(try StemmaProgram.run("authors", folder, "Tea", "--json").output))
        #expect(json["tokens"]?.number == 24)
        try StemmaProgram.run("authors", folder, "Nobody").expectRefusal(1, saying: "Nobody")
        try StemmaProgram.run("authors", folder, "Tea", "--rev", "zzzzzzz").expectRefusal(1, saying: "zzzzzzz")
        let rebuilt = try StemmaProgram.run("rebuild", folder, "--attribution")
        #expect(rebuilt.code == 0 && rebuilt.text.contains("Found the authors of"), "\(rebuilt.errors)")
    }
}
