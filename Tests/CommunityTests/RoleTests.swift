import Testing

@testable import Community

@Suite struct RoleTests {
    @Test func rolesAreInOrder() {
        #expect(Role.allCases == Role.allCases.sorted())
        #expect(Role.reader < .contributor && Role.contributor < .reviewer && Role.reviewer < .moderator && Role.moderator < .admin)
        #expect(TokenScope.read < .write && TokenScope.write < .admin)
    }

    @Test(arguments: Role.allCases) func onlyAdminsGiveRoles(_ role: Role) async throws {
        let company = try Company()
        try await company.person("root-admin", .admin)
        let asks = try await company.person("asks", role)
        let ben = try await company.person("ben")
        let accounts = company.members.accounts
        if role == .admin {
            #expect(try await accounts.setRole(.moderator, of: ben.id, by: asks.asking).role == .moderator)
        } else {
            await #expect(throws: MemberError.forbidden) { try await accounts.setRole(.moderator, of: ben.id, by: asks.asking) }
            await #expect(throws: MemberError.forbidden) { try await accounts.setRole(.admin, of: asks.id, by: asks.asking) }
            #expect(try await accounts.account(id: ben.id)?.role == .contributor)
            #expect(try await accounts.account(id: asks.id)?.role == role)
        }
    }

    @Test func strangersAndNarrowTokensGiveNone() async throws {
        let company = try Company()
        let admin = try await company.person("ada", .admin)
        let ben = try await company.person("ben")
        let narrow = AuditContext(Actor(account: admin, credential: .token(1, .write)), address: nil)
        let wide = AuditContext(Actor(account: admin, credential: .token(1, .admin)), address: nil)
        let accounts = company.members.accounts
        for context in [narrow, .stranger(address: nil), AuditContext(actor: "ada", actorID: nil, address: nil)] {
            await #expect(throws: MemberError.forbidden) { try await accounts.setRole(.admin, of: ben.id, by: context) }
            await #expect(throws: MemberError.forbidden) { try await accounts.setState(.blocked, of: ben.id, by: context) }
            await #expect(throws: MemberError.forbidden) { try await accounts.delete(ben.id, by: context) }
        }
        #expect(try await accounts.setRole(.reviewer, of: ben.id, by: wide).role == .reviewer)
    }

    @Test func aRoleThatWasTakenAwayCountsNoMore() async throws {
        let company = try Company()
        let ada = try await company.person("ada", .admin)
        try await company.person("ben", .admin)
        try await company.members.accounts.setRole(.contributor, of: ada.id, by: .program)
        // The request still carries what she was.
        await #expect(throws: MemberError.forbidden) { try await company.members.accounts.setRole(.admin, of: ada.id, by: ada.asking) }
    }

    @Test func aRoleChangeKeepsSessionsAndShowsAtOnce() async throws {
        let company = try Company()
        try await company.person("ada", .admin)
        let ben = try await company.person("ben")
        let secret = try await company.members.sessions.begin(account: ben.id, userAgent: nil, address: nil)
        try await company.members.accounts.setRole(.reader, of: ben.id, by: .program)
        #expect(try await company.members.sessions.find(secret)?.account.role == .reader)
        let entry = try #require(try await company.members.audit.entries(action: "account.role").first)
        #expect(entry.target == "ben" && entry.detail == "contributor -> reader")
        // Giving the same role again is no change.
        try await company.members.accounts.setRole(.reader, of: ben.id, by: .program)
        #expect(try await company.log("account.role").count == 1)
    }

    @Test func theLastAdminStays() async throws {
        let company = try Company()
        let accounts = company.members.accounts
        let ada = try await company.person("ada", .admin)
        for context in [ada.asking, .program] {
            await #expect(throws: MemberError.lastAdmin) { try await accounts.setRole(.moderator, of: ada.id, by: context) }
            await #expect(throws: MemberError.lastAdmin) { try await accounts.setState(.disabled, of: ada.id, by: context) }
            await #expect(throws: MemberError.lastAdmin) { try await accounts.setState(.blocked, of: ada.id, by: context) }
            await #expect(throws: MemberError.lastAdmin) { try await accounts.delete(ada.id, by: context) }
        }
        #expect(try await accounts.account(id: ada.id)?.role == .admin)
        #expect(try await accounts.hasAdmin())
    }

    @Test func anAdminWhoCannotLogInIsNone() async throws {
        let company = try Company()
        let accounts = company.members.accounts
        let ada = try await company.person("ada", .admin)
        let ben = try await company.person("ben", .admin)
        try await accounts.setState(.disabled, of: ben.id, by: ada.asking)
        await #expect(throws: MemberError.lastAdmin) { try await accounts.setRole(.reader, of: ada.id, by: ada.asking) }
        // What is no admin any more can go.
        try await accounts.delete(ben.id, by: ada.asking)
        #expect(try await accounts.hasAdmin())
    }

    @Test func twoAdminsWhoDemoteEachOtherLeaveOne() async throws {
        for round in 0..<8 {
            let company = try Company()
            let ada = try await company.person("ada", .admin)
            let ben = try await company.person("ben", .admin)
            let other = try company.another()
            async let first = Result { try await company.members.accounts.setRole(.reader, of: ben.id, by: ada.asking) }
            async let second = Result { try await other.accounts.setRole(.reader, of: ada.id, by: ben.asking) }
            let outcomes = await [first, second]
            #expect(outcomes.filter { (try? $0.get()) != nil }.count == 1, "round \(round)")
            #expect(try await company.members.accounts.hasAdmin())
            other.close()
        }
    }
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
