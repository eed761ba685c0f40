import Testing

/// In an open wiki anybody types any name: it is nobody's, at every door and on every screen.
@Suite("Names that anybody types")
struct TypedNameStories {
    /// An open wiki in which an admin has an account and has edited nothing.
    private func site() throws -> (wiki: RunningWiki, root: Visitor) {
        let wiki = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: open\n")
        return (wiki, try wiki.member("root", "admin"))
    }

    private func expectMarked(_ page: String, _ wiki: RunningWiki) throws {
        let visitor = Visitor(wiki)
        let id = try wiki.git.id()
        for address in ["/\(page)", "/-/history/\(page)", "/-/recent", "/-/commit/\(id)", "/-/feed/recent", "/-/people"] {
            #expect(try visitor.get(address).text.contains("unconfirmed"), "\(address)")
        }
        for call in ["history/\(page)", "recent", "pages/\(page)", "people"] {
            let text = try visitor.call("GET", call, token: nil).text
            #expect(text.contains("\"confirmed\":false"), "\(call): \(text)")
        }
        #expect(try visitor.get("/-/people/root").status == 404, "the address is the account's")
        #expect(try visitor.get("/-/feed/people/root").status == 404)
        #expect(try visitor.call("GET", "people/root", token: nil).status == 404)
        let people = try visitor.get("/-/people").html.addresses.filter { $0.hasPrefix("/-/people/root") }
        #expect(!people.isEmpty && people.allSatisfy { $0.hasPrefix("/-/people/root~") })
    }

    @Test func aFormTakesNoName() throws {
        let (wiki, root) = try site()
        try Visitor(wiki).saves("Bread", "Flour.\n", author: "root")
        try expectMarked("Bread", wiki)
        try root.saves("Salt", "Salt.\n")
        #expect(try Visitor(wiki).get("/-/people/root").status == 200)
        #expect(try !Visitor(wiki).get("/Salt").html.plain.contains("unconfirmed"))
    }

    @Test func aProgramTakesNoName() throws {
        let (wiki, _) = try site()
        let made = try Visitor(wiki).call("PUT", "pages/Bread", token: nil, #"{"markdown":"Flour.\n","author":"root"}"#)
        #expect(made.status == 201)
        try expectMarked("Bread", wiki)
    }

    @Test func aPushTakesNoName() throws {
        let (wiki, _) = try site()
        let path = wiki.place.path("copy")
        let copy = try GitFolder.clone(
            wiki.cloneAddress(), to: path, variables: GitFolder.author("root", "unverified+root@users.noreply.localhost"))
        try copy.commit(["Bread.md": "Flour.\n"])
        #expect(try copy.outcome("push", "origin", "main").code == 0)
        try expectMarked("Bread", wiki)
    }

    /// Somebody in the history is called as a person who comes later.
    @Test func aNameOfTheHistoryLeavesItsAddressToAnAccount() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("Home\n"))], author: "Ben <ben@elsewhere.example>")
        let wiki = try RunningWiki(history, settings: "editing: accounts\nregistration: open\n")
        #expect(try Visitor(wiki).get("/-/people/Ben").status == 200)
        let ben = Visitor(wiki)
        try ben.fills("/-/register", ["name": "ben", "displayName": "Benjamin", "password": RunningWiki.password])
        #expect(try Visitor(wiki).get("/-/people/Ben").status == 404)
        let people = try Visitor(wiki).get("/-/people").html.addresses.filter { $0.hasPrefix("/-/people/") }
        #expect(people.count == 1 && people[0].hasPrefix("/-/people/Ben~"))
        #expect(try Visitor(wiki).get(people[0]).status == 200)
        try ben.saves("Salt", "Salt.\n")
        #expect(try Visitor(wiki).get("/-/people/ben").html.plain.contains("Benjamin"))
    }
}
