import GRDB
import Testing
import WikiCore

@testable import Community

@Suite struct AccountTests {
    @Test func anAccountIsWhatWasAskedFor() async throws {
        let company = try Company()
        let made = try await company.members.accounts.create(
            name: "ada", displayName: "  Ada Lovelace ", email: " Ada@Example.org ", password: Company.password(of: "ada"), role: .reviewer,
            by: .program)
        #expect(made.id == 1 && made.name == "ada" && made.displayName == "Ada Lovelace" && made.email == "Ada@Example.org")
        #expect(made.isEmailConfirmed && made.role == .reviewer && made.state == .active && made.created == company.clock.now)
        #expect(made.lastSeen == nil && made.commitEmail == nil)
        #expect(try await company.members.accounts.account(id: made.id) == made)
        #expect(try await company.log() == ["account.created stemma ada"])
    }

    @Test func anEmptyDisplayNameIsTheName() async throws {
        let company = try Company()
        let made = try await company.members.accounts.create(
            name: "ada", displayName: " \n", email: nil, password: nil, role: .reader, by: .program)
        #expect(made.displayName == "ada" && made.email == nil && !made.isEmailConfirmed)
    }

    @Test func commitsCarryTheNumberAndNotTheAddress() async throws {
        let company = try Company()
        try await company.person("first")
        let ada = try await company.person("ada", email: "ada@example.org")
        #expect(ada.author(domain: "wiki.example") == EditAuthor(name: "ADA", email: "2+ada@users.noreply.wiki.example"))
        try await company.members.addresses.setShown("ada@example.org", of: ada.id, by: ada.asking)
        let shown = try #require(try await company.members.accounts.account(id: ada.id))
        #expect(shown.author(domain: "wiki.example") == EditAuthor(name: "ADA", email: "ada@example.org"))
    }

    @Test(arguments: ["a\nb", "a\u{0}b", "\u{202E}evil", "<b>", "...", String(repeating: "x", count: 101)])
    func displayNamesThatGitOrEyesCannotTake(_ name: String) async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        await #expect(throws: MemberError.badText) { try await company.members.accounts.setDisplayName(name, of: ada.id, by: ada.asking) }
        #expect(try await company.members.accounts.account(id: ada.id) == ada)
    }

    @Test func aDisplayNameIsKeptInOneForm() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let changed = try await company.members.accounts.setDisplayName(" Zoe\u{308} 👩‍🔬 ", of: ada.id, by: ada.asking)
        #expect(changed.displayName.utf8.elementsEqual("Zo\u{EB} 👩‍🔬".utf8))
        let log = try await company.log("account.renamed")
        #expect(log == ["account.renamed ada ada"])
    }

    @Test func whoAsksIsLeftOutOfRankings() async throws {
        let company = try Company()
        let (ada, ben) = (try await company.person("ada"), try await company.person("ben"))
        let accounts = company.members.accounts
        #expect(try await accounts.isRanked(ada.id))
        #expect(try await accounts.unranked() == [])
        await #expect(throws: MemberError.forbidden) { try await accounts.setRanked(false, of: ada.id, by: ben.asking) }
        for _ in 0..<2 { try await accounts.setRanked(false, of: ada.id, by: ada.asking) }
        #expect(try await !accounts.isRanked(ada.id))
        #expect(try await accounts.isRanked(ben.id))
        #expect(try await accounts.unranked() == [ada.id])
        #expect(try await company.log("account.ranking") == ["account.ranking ada ada"])
        try await accounts.setRanked(true, of: ada.id, by: ada.asking)
        #expect(try await accounts.unranked() == [])
    }

    @Test func aNameIsTakenOnce() async throws {
        let company = try Company()
        try await company.person("ada")
        await #expect(throws: MemberError.nameTaken) { try await company.person("ada") }
        #expect(try await company.members.accounts.count() == 1)
    }

    @Test func whoGoesLeavesNumberAndName() async throws {
        let company = try Company()
        let accounts = company.members.accounts
        let ada = try await company.person("ada", email: "ada@example.org")
        let session = try await company.members.sessions.begin(account: ada.id, userAgent: nil, address: nil)
        let token = try await company.members.tokens.create(account: ada.id, name: "t", scope: .write, by: ada.asking).secret
        try await company.members.keys.add(account: ada.id, text: SampleKeys.ed25519, by: ada.asking)
        try await accounts.delete(ada.id, by: ada.asking)

        let gone = try #require(try await accounts.account(id: ada.id))
        #expect(gone.state == .deleted && gone.name == "ada" && gone.displayName == "ada" && gone.email == nil && gone.role == .reader)
        #expect(try await accounts.account(name: "ada") == nil)
        #expect(try await accounts.all().isEmpty)
        #expect(try await accounts.count() == 0)
        #expect(try await company.members.sessions.find(session) == nil)
        #expect(try await company.members.tokens.find(token) == nil)
        #expect(try await company.members.keys.list(account: ada.id).isEmpty)
        await #expect(throws: MemberError.wrongPassword) { try await company.login("ada") }
        await #expect(throws: MemberError.wrongPassword) { try await company.login("ada@example.org", Company.password(of: "ada")) }
        await #expect(throws: MemberError.nameTaken) { try await company.person("ada") }
        await #expect(throws: MemberError.notFound) { try await accounts.delete(ada.id, by: .program) }
        await #expect(throws: MemberError.notFound) { try await accounts.setState(.active, of: ada.id, by: .program) }
        // The address is free, the number is not, even where the row went by another hand.
        #expect(try await company.person("ben", email: "ada@example.org").isEmailConfirmed)
        try await company.withDatabase { try $0.execute(sql: "DELETE FROM address; DELETE FROM account WHERE name = 'ben'") }
        #expect(try await company.person("cleo").id == 3)
    }

    @Test func nothingOfAPersonStaysInTheFile() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada.secret@example.org")
        try await company.members.accounts.delete(ada.id, by: ada.asking)
        let dump = try await company.dump()
        #expect(!dump.contains { $0.contains("ada.secret") || $0.contains("argon2") })
    }

    @Test func listsGoByNameAndFind() async throws {
        let company = try Company()
        for name in ["dora", "ada", "cleo", "ben"] { try await company.person(name, email: "\(name)@example.org") }
        let accounts = company.members.accounts
        #expect(try await accounts.all().map(\.name) == ["ada", "ben", "cleo", "dora"])
        #expect(try await accounts.all(after: "ada", limit: 2).map(\.name) == ["ben", "cleo"])
        #expect(try await accounts.all(matching: "LEO").map(\.name) == ["cleo"])
        #expect(try await accounts.all(matching: "ben@exam").map(\.name) == ["ben"])
        #expect(try await accounts.all(matching: "%").isEmpty)
        #expect(try await accounts.all(matching: "_").isEmpty)
        #expect(try await accounts.count() == 4)
        #expect(try await accounts.account(id: 99) == nil)
    }

    @Test(arguments: ["", "ada", "ada@", "@x", "a b@x", "ada@x\r\nBcc: all@x", "a@b@c", "7+ada@users.noreply.wiki.example", "<a@b>"])
    func addressesThatNoLetterReaches(_ email: String) async throws {
        let company = try Company()
        await #expect(throws: MemberError.badAddress(PlainText.cut(email, limit: 300))) { try await company.person("ada", email: email) }
        #expect(try await company.members.accounts.count() == 0)
    }
}
