import Testing

@testable import Community

@Suite struct LinkTests {
    @Test func theFirstAdminComesByALink() async throws {
        let company = try Company()
        let links = company.members.links
        await #expect(throws: MemberError.forbidden) { try await links.make(.firstAdmin, by: .stranger(address: nil)) }
        let old = try await links.make(.firstAdmin, by: .program)
        let secret = try await links.make(.firstAdmin, by: .program)
        // Each start of the server prints a new one, and only the last works.
        await #expect(throws: MemberError.notFound) { try await links.find(old) }
        #expect(try await links.find(secret).kind == .firstAdmin)
        await #expect(throws: MemberError.weakPassword(.common)) {
            try await links.makeFirstAdmin(secret, name: "ada", displayName: "", password: "password", address: Company.address)
        }
        let ada = try await links.makeFirstAdmin(
            secret, name: "ada", displayName: "Ada", email: "ada@example.org", password: "a fine password", address: Company.address)
        #expect(ada.role == .admin && ada.isEmailConfirmed)
        await #expect(throws: MemberError.alreadyUsed) { try await links.find(secret) }
        await #expect(throws: MemberError.closed) { try await links.make(.firstAdmin, by: .program) }
        await #expect(throws: MemberError.forbidden) { try await links.make(.firstAdmin, by: ada.asking) }
        #expect(try await company.log("link.used") == ["link.used ada ada"])
    }

    @Test func theLinkIsWorthNothingWhereAnAdminCameAnotherWay() async throws {
        let company = try Company()
        let secret = try await company.members.links.make(.firstAdmin, by: .program)
        try await company.person("ada", .admin)
        await #expect(throws: MemberError.closed) {
            try await company.members.links.makeFirstAdmin(
                secret, name: "eve", displayName: "", password: "a fine password", address: Company.address)
        }
        #expect(try await company.members.accounts.count() == 1)
    }

    @Test func aLostPasswordIsSetAnew() async throws {
        let company = try Company()
        let links = company.members.links
        let admin = try await company.person("root-admin", .admin)
        let ada = try await company.person("ada")
        let mo = try await company.person("mo", .moderator)
        let session = try await company.members.sessions.begin(account: ada.id, userAgent: nil, address: nil)
        for asks in [ada, mo] {
            await #expect(throws: MemberError.forbidden) { try await links.make(.resetPassword(account: ada.id), by: asks.asking) }
        }
        let secret = try await links.make(.resetPassword(account: ada.id), by: admin.asking)
        #expect(try await links.resetPassword(secret, to: "a fine password", address: Company.address).id == ada.id)
        #expect(try await company.login("ada", "a fine password").id == ada.id)
        #expect(try await company.members.sessions.find(session) == nil)
        await #expect(throws: MemberError.alreadyUsed) {
            try await links.resetPassword(secret, to: "another password", address: Company.address)
        }
        await #expect(throws: MemberError.wrongPassword) { try await company.login("ada", "another password") }
    }

    @Test func aLinkIsForItsOnePurpose() async throws {
        let company = try Company()
        let links = company.members.links
        let first = try await links.make(.firstAdmin, by: .program)
        let ada = try await company.person("ada", .admin, email: "ada@example.org")
        let reset = try await links.make(.resetPassword(account: ada.id), by: .program)
        await #expect(throws: MemberError.notFound) {
            try await links.resetPassword(first, to: "a fine password", address: Company.address)
        }
        await #expect(throws: MemberError.notFound) { try await links.confirmAddress(reset, as: ada.id, by: ada.asking) }
        await #expect(throws: MemberError.notFound) {
            try await links.makeFirstAdmin(reset, name: "eve", displayName: "", password: "a fine password", address: Company.address)
        }
        for other in ["", "x", String(repeating: "A", count: 43)] {
            await #expect(throws: MemberError.notFound) { try await links.find(other) }
        }
        #expect(try await links.find(reset).used == nil)
    }

    @Test func linksEnd() async throws {
        let company = try Company()
        let links = company.members.links
        let ada = try await company.person("ada", .admin)
        let usual = try await links.make(.resetPassword(account: ada.id), by: .program)
        company.clock.advance(by: OneTimeLinks.resetTime - 1)
        #expect(try await links.find(usual).expires == company.clock.now + 1)
        company.clock.advance(by: 1)
        await #expect(throws: MemberError.expired) { try await links.resetPassword(usual, to: "a fine password", address: Company.address) }
        let long = try await links.make(.resetPassword(account: ada.id), validFor: .max, by: .program)
        #expect(try await links.find(long).expires == company.clock.now + OneTimeLinks.longestTime)
        company.clock.advance(days: 61)
        try await company.members.sweep(addressDays: 90)
        await #expect(throws: MemberError.notFound) { try await links.find(long) }
    }

    @Test func ofTwoWhoUseOneLinkOneDoes() async throws {
        let company = try Company()
        let other = try company.another()
        let ada = try await company.person("ada", .admin)
        for round in 0..<8 {
            let secret = try await company.members.links.make(.resetPassword(account: ada.id), by: .program)
            async let first = Result {
                try await company.members.links.resetPassword(secret, to: "password of first \(round)", address: "")
            }
            async let second = Result { try await other.links.resetPassword(secret, to: "password of second \(round)", address: "") }
            let outcomes = await (first, second)
            let winner = (try? outcomes.0.get()) != nil ? "first" : "second"
            #expect(((try? outcomes.0.get()) != nil) != ((try? outcomes.1.get()) != nil))
            #expect(try await company.login("ada", "password of \(winner) \(round)").id == ada.id)
        }
        other.close()
    }

    @Test func anAddressIsProvedByWhoIsLoggedIn() async throws {
        let company = try Company()
        let members = company.members
        let ada = try await company.person("ada")
        let eve = try await company.person("eve")
        try await members.addresses.claim("Ada@example.org", for: ada.id, by: ada.asking)
        let secret = try await members.links.make(.confirmAddress(account: ada.id, email: "Ada@example.org"), by: ada.asking)
        // A letter that reached the wrong person, or the right person under another's claim, proves nothing.
        await #expect(throws: MemberError.forbidden) { try await members.links.confirmAddress(secret, as: eve.id, by: eve.asking) }
        await #expect(throws: MemberError.forbidden) { try await members.links.confirmAddress(secret, as: ada.id, by: eve.asking) }
        #expect(try await members.addresses.confirmed(ada.id).isEmpty)
        #expect(try await members.links.confirmAddress(secret, as: ada.id, by: ada.asking) == "Ada@example.org")
        #expect(try await members.addresses.confirmed(ada.id) == ["Ada@example.org"])
        await #expect(throws: MemberError.alreadyUsed) { try await members.links.confirmAddress(secret, as: ada.id, by: ada.asking) }
        await #expect(throws: MemberError.notFound) {
            try await members.links.make(.confirmAddress(account: ada.id, email: "none@example.org"), by: ada.asking)
        }
    }

    @Test func lettersAreRationed() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let links = company.members.links
        try await company.members.addresses.claim("ada@example.org", for: ada.id, by: ada.asking)
        let kind = OneTimeLink.Kind.confirmAddress(account: ada.id, email: "ada@example.org")
        for _ in 0..<3 { _ = try await links.make(kind, by: ada.asking) }
        await #expect(throws: MemberError.tooMany(retryAfter: 1200)) { try await links.make(kind, by: ada.asking) }
        _ = try await links.make(kind, by: .program)
    }
}
