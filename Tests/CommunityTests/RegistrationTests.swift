import Testing

@testable import Community

@Suite struct RegistrationTests {
    private func register(_ company: Company, _ name: String, _ email: String?, from address: String = Company.address) async throws
        -> Registration
    {
        try await company.members.accounts.register(
            name: name, displayName: "", email: email, password: Company.password(of: name), address: address)
    }

    @Test func aStrangerBecomesAContributor() async throws {
        let company = try Company()
        let made = try await register(company, "ada", "ada@example.org")
        #expect(made.account.role == .contributor && made.account.email == "ada@example.org" && !made.account.isEmailConfirmed)
        #expect(try await company.login("ada").id == made.account.id)
        guard case .confirm("ada@example.org", let secret)? = made.letter else { throw MemberError.notFound }
        #expect(try await company.members.links.confirmAddress(secret, as: made.account.id, by: made.account.asking) == "ada@example.org")
        #expect(try await company.log("account") == ["account.registered ada ada"])
        #expect(try await register(company, "ben", nil).letter == nil)
    }

    @Test func onlyTheOwnerOfAnAddressHearsThatItIsKnown() async throws {
        let company = try Company()
        try await company.person("ada", email: "ada@example.org")
        let eve = try await register(company, "eve", "ADA@example.org")
        // Eve sees what anybody sees: an account whose address is not proved.
        #expect(eve.account.email == "ADA@example.org" && !eve.account.isEmailConfirmed)
        #expect(eve.letter == .alreadyHere(email: "ADA@example.org", name: "ada"))
        #expect(try company.members.addresses.credit(email: "ada@example.org")?.name == "ada")
        await #expect(throws: MemberError.wrongPassword) { try await company.login("ada@example.org", Company.password(of: "eve")) }
    }

    @Test func namesAreCheckedBeforeATryIsCounted() async throws {
        var limits = MemberLimits()
        limits.registrationsPerNetwork = AttemptRate(burst: 2, perHour: 60)
        let company = try Company(limits: limits)
        try await company.person("taken")
        for _ in 0..<5 {
            await #expect(throws: MemberError.nameTaken) { try await register(company, "taken", nil) }
            await #expect(throws: MemberError.badName(.reserved)) { try await register(company, "admin", nil) }
            await #expect(throws: MemberError.badAddress("nowhere")) { try await register(company, "x", "nowhere") }
        }
        for name in ["a", "b"] { _ = try await register(company, name, nil, from: "2001:db8::\(name)") }
        await #expect(throws: MemberError.tooMany(retryAfter: 60)) { try await register(company, "c", nil, from: "2001:db8::c") }
        _ = try await register(company, "c", nil, from: "2001:db8:1::c")
        company.clock.advance(by: 60)
        _ = try await register(company, "d", nil, from: "2001:db8::d")
    }

    @Test func lettersToOneAddressAreRationed() async throws {
        let company = try Company()
        let letters = try await (0..<4).map { "p\($0)" }.asyncMap { try await register(company, $0, "victim@example.org").letter }
        // The accounts are made all the same: nothing tells how many letters went out.
        #expect(letters.map { $0 != nil } == [true, true, true, false])
    }

    @Test func aLostPasswordIsAnsweredByLetter() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        for wish in ["ada", "ADA@example.org"] {
            let letter = try #require(try await company.members.accounts.askReset(wish, address: Company.address))
            #expect(letter.email == "ada@example.org" && letter.account.id == ada.id)
            _ = try await company.members.links.resetPassword(letter.secret, to: "a fine password", address: Company.address)
        }
    }

    @Test func nobodyLearnsWhoHasAnAccount() async throws {
        let company = try Company()
        try await company.person("root-admin", .admin)
        let ben = try await company.person("ben", email: "ben@example.org")
        try await company.person("silent")
        let eve = try await register(company, "eve", "eve@example.org").account
        try await company.members.accounts.setState(.disabled, of: ben.id, by: .program)
        let before = try await company.log().count
        for wish in ["nobody-here", "", "ben", "ben@example.org", "silent", "eve", "eve@example.org", String(repeating: "x", count: 5000)] {
            #expect(try await company.members.accounts.askReset(wish, address: Company.address) == nil)
        }
        // One line each, whoever it was.
        #expect(try await company.log().count == before + 8)
        #expect(eve.id == 4)
        // Too many are told alike, too.
        var limits = MemberLimits()
        limits.lettersPerAccount = AttemptRate(burst: 1, perHour: 60)
        let strict = try Company(limits: limits)
        try await strict.person("ada", email: "ada@example.org")
        for wish in ["ada", "nobody-here"] {
            _ = try await strict.members.accounts.askReset(wish, address: Company.address)
            await #expect(throws: MemberError.tooMany(retryAfter: 60)) {
                try await strict.members.accounts.askReset(wish, address: Company.address)
            }
        }
    }

    @Test func lettersGoToThePrimaryAddressAlone() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        let addresses = company.members.addresses
        try await addresses.setPrimary("eve@example.org", of: ada.id, by: ada.asking)
        #expect(try await company.members.accounts.account(id: ada.id)?.email == "eve@example.org")
        // Nor to the one before, which may be lost.
        #expect(try await company.members.accounts.askReset("ada", address: Company.address) == nil)
        try await addresses.confirm("eve@example.org", of: ada.id, by: .program)
        #expect(try await company.members.accounts.askReset("ada", address: Company.address)?.email == "eve@example.org")
        // What was claimed for credit opens nothing.
        try await addresses.claim("mail@evil.example", for: ada.id, by: ada.asking)
        try await addresses.confirm("mail@evil.example", of: ada.id, by: .program)
        for wish in ["ada@example.org", "mail@evil.example"] {
            #expect(try await company.members.accounts.askReset(wish, address: Company.address) == nil)
            await #expect(throws: MemberError.wrongPassword) { try await company.login(wish, Company.password(of: "ada")) }
        }
        #expect(try await company.login("eve@example.org", Company.password(of: "ada")).id == ada.id)
    }

    @Test func aProxyVouchesForPeople() async throws {
        let company = try Company()
        let accounts = company.members.accounts
        let ada = try await accounts.signOn(name: "Ada", displayName: "Ada L.", address: Company.address)
        #expect(ada.name == "ada" && ada.displayName == "Ada L." && ada.role == .contributor)
        #expect(try await !accounts.hasPassword(ada.id))
        #expect(try await accounts.signOn(name: "ADA", address: Company.address).id == ada.id)
        // One line a day.
        for hours in [1, 22] {
            company.clock.advance(by: Int64(hours) * 3600)
            _ = try await accounts.signOn(name: "ada", address: Company.address)
        }
        #expect(try await company.members.audit.entries(action: "login").map(\.detail) == ["proxy"])
        company.clock.advance(by: 2 * 3600)
        _ = try await accounts.signOn(name: "ada", address: Company.address)
        #expect(try await company.log("login").count == 2)
        await #expect(throws: MemberError.wrongPassword) { try await company.login("ada", "") }
        await #expect(throws: MemberError.badName(.character)) { try await accounts.signOn(name: "ada@corp", address: "") }
        await #expect(throws: MemberError.badName(.reserved)) { try await accounts.signOn(name: "admin", address: "") }
        try await accounts.setState(.blocked, of: ada.id, by: .program)
        await #expect(throws: MemberError.inactive(.blocked)) { try await accounts.signOn(name: "ada", address: "") }
        try await accounts.setState(.active, of: ada.id, by: .program)
        try await accounts.delete(ada.id, by: .program)
        await #expect(throws: MemberError.nameTaken) { try await accounts.signOn(name: "ada", address: "") }
        #expect(try await company.log("account.registered").count == 1)
    }

    @Test func theFirstRequestsOfANewPersonMakeOneAccount() async throws {
        let company = try Company()
        let ids = try await withThrowingTaskGroup(of: Int64.self) { group in
            for _ in 0..<20 { group.addTask { try await company.members.accounts.signOn(name: "ada", address: "").id } }
            return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
    }
}
