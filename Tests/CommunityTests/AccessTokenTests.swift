import Testing

@testable import Community

@Suite struct AccessTokenTests {
    @Test func aTokenIsShownOnceAndFoundByItsSecret() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let tokens = company.members.tokens
        let made = try await tokens.create(account: ada.id, name: " laptop ", scope: .write, by: ada.asking)
        #expect(made.secret.hasPrefix("stm_") && made.secret.utf8.count == 47)
        #expect(made.token.name == "laptop" && made.token.scope == .write && made.token.lastUsed == nil)
        #expect(made.token.expires == company.clock.now + AccessTokens.defaultLifetime)
        let found = try #require(try await tokens.find(made.secret))
        #expect(found.account.id == ada.id && found.token.id == made.token.id)
        let bare = String(made.secret.dropFirst(4))
        for other in ["", bare, "STM_\(bare)", "stm_", made.secret + "x", String(made.secret.dropLast()), "xxx_\(bare)"] {
            #expect(try await tokens.find(other) == nil)
        }
        // A session's secret is no token, and the other way round.
        #expect(try await company.members.sessions.find(bare) == nil)
        #expect(try await !company.dump().contains { $0.contains(bare) })
    }

    @Test func aTokenEnds() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let tokens = company.members.tokens
        let end = company.clock.now + 100
        let secret = try await tokens.create(account: ada.id, name: "t", scope: .read, expires: end, by: ada.asking).secret
        company.clock.advance(by: 99)
        #expect(try await tokens.find(secret) != nil)
        company.clock.advance(by: 1)
        #expect(try await tokens.find(secret) == nil)
        #expect(try await tokens.list(account: ada.id).map(\.expires) == [end])
        await #expect(throws: MemberError.expired) {
            try await tokens.create(account: ada.id, name: "t", scope: .read, expires: company.clock.now, by: ada.asking)
        }
        let forever = try await tokens.create(account: ada.id, name: "t", scope: .read, expires: .max, by: ada.asking).token
        #expect(forever.expires == company.clock.now + AccessTokens.longestLifetime)
    }

    @Test func useIsWrittenDownOnceAMinute() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let tokens = company.members.tokens
        let secret = try await tokens.create(account: ada.id, name: "t", scope: .read, by: ada.asking).secret
        let start = company.clock.now
        for step in [(0, start), (59, start), (1, start + 60)] {
            company.clock.advance(by: Int64(step.0))
            _ = try await tokens.find(secret)
            #expect(try await tokens.list(account: ada.id).map(\.lastUsed) == [step.1])
        }
    }

    @Test func aRevokedTokenIsGone() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let ben = try await company.person("ben")
        let tokens = company.members.tokens
        let made = try await tokens.create(account: ada.id, name: "t", scope: .admin, by: ada.asking)
        await #expect(throws: MemberError.notFound) { try await tokens.revoke(made.token.id, of: ben.id, by: ben.asking) }
        #expect(try await tokens.find(made.secret) != nil)
        try await tokens.revoke(made.token.id, of: ada.id, by: ada.asking)
        #expect(try await tokens.find(made.secret) == nil)
        #expect(try await tokens.list(account: ada.id).isEmpty)
        await #expect(throws: MemberError.notFound) { try await tokens.revoke(made.token.id, of: ada.id, by: ada.asking) }
        #expect(try await company.log("token") == ["token.created ada ada", "token.revoked ada ada"])
    }

    @Test func namesAndNumbersAreBounded() async throws {
        var limits = MemberLimits()
        limits.held = 2
        let company = try Company(limits: limits)
        let ada = try await company.person("ada")
        let tokens = company.members.tokens
        for name in ["", " ", "a\nb", String(repeating: "x", count: 101)] {
            await #expect(throws: MemberError.badText) {
                try await tokens.create(account: ada.id, name: name, scope: .read, by: ada.asking)
            }
        }
        for _ in 0..<2 { _ = try await tokens.create(account: ada.id, name: "t", scope: .read, by: ada.asking) }
        await #expect(throws: MemberError.tooManyHeld(limit: 2)) {
            try await tokens.create(account: ada.id, name: "t", scope: .read, by: ada.asking)
        }
    }
}
