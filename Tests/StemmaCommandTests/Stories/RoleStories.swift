import TestSupport
import Testing

/// Who may open what: every address of the wiki, tried by everybody.
@Suite("Roles")
struct RoleStories {
    /// What is said to somebody whose role is too low, or who has none.
    private static let refusals = [
        "Editing needs the role of a contributor.", "This needs the role of a reviewer.", "This needs the role of a moderator.",
        "Inviting needs the role of a moderator.", "This needs the role of an admin.",
        "This needs an account: log in, or send an access token.",
        "Please log in first",
        "Your account may not change this wiki.", "Your account may not read this wiki", "Please log in first",
    ]

    /// Somebody of a role, with everything that opens doors.
    private struct Person {
        let rank: Door.Rank
        let visitor: Visitor
        let token: String?
    }

    /// Somebody of each role, whose account is called like it.
    private func everybody(_ wiki: RunningWiki) throws -> [Person] {
        try wiki.add("ada")
        return try Door.Rank.allCases.map { rank in
            guard rank != .stranger else { return Person(rank: rank, visitor: Visitor(wiki), token: nil) }
            let visitor = try wiki.member("the-\(rank.role)", rank.role)
            return Person(rank: rank, visitor: visitor, token: try wiki.token("the-\(rank.role)", "admin"))
        }
    }

    private func knock(_ door: Door, _ person: Person) throws -> Answer {
        let visitor = person.visitor
        if door.isAPI {
            return try visitor.call(
                door.method, String(door.address.dropFirst("/-/api/v1/".count)), token: person.token, door.method == "GET" ? nil : "{}")
        }
        if door.isGit {
            let secret = person.token.map { token in [("Authorization", "Bearer \(token)")] } ?? []
            guard door.method == "POST" else { return try visitor.send("GET", door.address, secret) }
            let service = door.address.split(separator: "/").last ?? ""
            let kind = ("Content-Type", "application/x-\(service)-request")
            return try visitor.send("POST", door.address, secret + [kind], Array("0000".utf8))
        }
        return try door.method == "POST" ? visitor.press(door.address) : visitor.get(door.address)
    }

    /// Whether somebody was turned back for who they are, and not for what they sent.
    private func isTurnedBack(_ answer: Answer) -> Bool {
        if answer.status == 401 || answer.status == 303 && answer.location.hasPrefix("/-/login") { return true }
        guard answer.status == 403 else { return false }
        return answer.problem == "signedOut" || Self.refusals.contains { answer.text.contains($0) }
    }

    @Test(arguments: ["public", "accounts"])
    func everyDoorForEverybody(reading: String) throws {
        let wiki = try RunningWiki(
            files: ["Home.md": "# Home\n", "files/note.txt": "note\n"], settings: "reading: \(reading)\nediting: accounts\n")
        let people = try everybody(wiki)
        let doors = Door.all(commit: try wiki.git.id(), reading: reading == "public" ? .stranger : .reader)
        #expect(doors.count > 90)
        for door in doors {
            for person in people {
                let answer = try knock(door, person)
                let comment = Comment(rawValue: "\(door.method) \(door.address) by \(person.rank): \(answer.status)")
                #expect(isTurnedBack(answer) == (person.rank < door.least), comment)
                #expect(answer.status < 500, comment)
            }
        }
        #expect(try people.allSatisfy { try $0.rank == .stranger || $0.visitor.isKnown() }, "whoever was let in is still in")
        #expect(try wiki.git.text("Home.md") == "# Home\n")
    }

    /// What the API describes of itself stands in the list above, too.
    @Test func noDoorOfTheAPIIsForgotten() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        let paths = try #require(try Visitor(wiki).call("GET", "openapi.json", token: nil).json()["paths"])
        let known = Door.all(commit: "1234567", reading: .stranger).filter(\.isAPI).map { door in
            let path = door.address.dropFirst("/-/api/v1".count).prefix { $0 != "?" }
            return "\(door.method) \(path)".replacing("/people/nobody", with: "/people/{name}").replacing("/Home", with: "/{path}")
                .replacing("/Nobody", with: "/{path}").replacing(
                    "/1234567", with: "/{id}")
        }
        var described: Set<String> = []
        for path in paths.names {
            for method in paths[path]?.names ?? [] where ["get", "put", "post", "delete", "patch"].contains(method) {
                described.insert("\(method.uppercased()) \(path)")
            }
        }
        #expect(described == Set(known))
    }

    @Test func aModeratorStaysAModerator() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        let (ada, mo) = (try wiki.member("ada", "admin"), try wiki.member("mo", "moderator"))
        try wiki.add("ben")
        for name in ["mo", "ada", "ben"] {
            let page = try mo.get("/-/admin/people/\(name)")
            #expect(page.status == 200 && !page.html.addresses.contains("/-/admin/people/\(name)/role"))
            #expect(try mo.press("/-/admin/people/\(name)/role", [("role", "admin")]).status == 403)
            #expect(try mo.press("/-/admin/people/\(name)/link").status == 403)
            #expect(!page.html.plain.contains("@example.org"), "addresses are for admins")
        }
        for (name, state) in [("ada", "blocked"), ("mo", "blocked"), ("ben", "disabled"), ("ada", "disabled")] {
            #expect(try mo.press("/-/admin/people/\(name)/state", [("state", state)]).status == 403, "\(name) \(state)")
        }
        #expect(try mo.press("/-/admin/people/ben/state", [("state", "deleted")]).status == 400)
        #expect(try mo.fill("/-/admin/invitations", ["addresses": "mo2@example.org", "role": "admin"]).status == 403)
        let token = try wiki.token("mo", "admin")
        #expect(try mo.call("PUT", "pages/.stemma/access.yaml", token: token, #"{"markdown":""}"#).status >= 400)
        let list = try wiki.stemma(["user", "list"]).lines
        #expect(list.count == 3 && list.contains { $0.hasPrefix("mo ") && $0.contains("moderator") })

        try ada.fills("/-/admin/people/mo", to: "/-/admin/people/mo/role", ["role": "contributor"])
        #expect(try mo.get("/-/admin/people").status == 403, "a role that is gone is gone with the next request")
        #expect(try mo.press("/-/admin/people/ben/state", [("state", "blocked")]).status == 403)
        #expect(try mo.get("/-/edit/Bread").status == 200)
    }

    @Test func oneAdminIsAlwaysLeft() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        let ada = try wiki.member("ada", "admin")
        #expect(try ada.press("/-/admin/people/ada/role", [("role", "reader")]).status == 409)
        #expect(try StemmaProgram.run("user", "disable", wiki.folder, "ada").code == 1)
        try wiki.add("ben", "admin")
        #expect(try ada.press("/-/admin/people/ada/role", [("role", "reader")]).status == 303)
        #expect(try ada.get("/-/admin/people").status == 403)
        #expect(try StemmaProgram.run("user", "role", wiki.folder, "ben", "reader").code == 1)
    }
}
