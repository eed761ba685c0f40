import Testing

@testable import Community

@Suite struct AccountStateTests {
    @Test(arguments: [Account.State.blocked, .disabled]) func whoIsShutOutIsOutAtOnce(_ state: Account.State) async throws {
        let company = try Company()
        try await company.person("root-admin", .admin)
        let ben = try await company.person("ben", email: "ben@example.org")
        let members = company.members
        let session = try await members.sessions.begin(account: ben.id, userAgent: nil, address: nil)
        let token = try await members.tokens.create(account: ben.id, name: "t", scope: .write, by: ben.asking).secret
        let key = try await members.keys.add(account: ben.id, text: SampleKeys.ed25519, by: ben.asking)
        let reset = try await members.links.make(.resetPassword(account: ben.id), by: .program)
        #expect(try await members.sessions.find(session) != nil)
        #expect(try await members.tokens.find(token) != nil)
        #expect(try await members.keys.find(blob: key.blob) != nil)

        #expect(try await members.accounts.setState(state, of: ben.id, by: .program).state == state)
        #expect(try await members.sessions.find(session) == nil)
        #expect(try await members.sessions.list(account: ben.id).isEmpty)
        #expect(try await members.tokens.find(token) == nil)
        #expect(try await members.keys.find(blob: key.blob) == nil)
        #expect(try await members.keys.find(fingerprint: key.fingerprint) == nil)
        await #expect(throws: MemberError.notFound) { try await members.links.find(reset) }
        await #expect(throws: MemberError.inactive(state)) {
            try await members.sessions.begin(account: ben.id, userAgent: nil, address: nil)
        }
        await #expect(throws: MemberError.inactive(state)) {
            try await members.tokens.create(account: ben.id, name: "u", scope: .read, by: .program)
        }
        await #expect(throws: MemberError.inactive(state)) {
            try await members.links.make(.resetPassword(account: ben.id), by: .program)
        }
        // The request that is under way carries rights that are gone.
        await #expect(throws: MemberError.forbidden) { try await members.accounts.setDisplayName("x", of: ben.id, by: ben.asking) }

        // Let in again, tokens and keys work; the old session does not.
        try await members.accounts.setState(.active, of: ben.id, by: .program)
        #expect(try await members.tokens.find(token) != nil)
        #expect(try await members.keys.find(blob: key.blob) != nil)
        #expect(try await members.sessions.find(session) == nil)
        #expect(try await company.login("ben").id == ben.id)
    }

    @Test func moderatorsBlockThoseBelowThem() async throws {
        let company = try Company()
        let admin = try await company.person("root-admin", .admin)
        let moderator = try await company.person("mo", .moderator)
        let peer = try await company.person("peer", .moderator)
        let ben = try await company.person("ben", .reviewer)
        let accounts = company.members.accounts
        try await accounts.setState(.blocked, of: ben.id, by: moderator.asking)
        try await accounts.setState(.active, of: ben.id, by: moderator.asking)
        for above in [peer, admin, moderator] {
            await #expect(throws: MemberError.forbidden) { try await accounts.setState(.blocked, of: above.id, by: moderator.asking) }
        }
        await #expect(throws: MemberError.forbidden) { try await accounts.setState(.disabled, of: ben.id, by: moderator.asking) }
        try await accounts.setState(.disabled, of: ben.id, by: admin.asking)
        for state in [Account.State.active, .blocked] {
            await #expect(throws: MemberError.forbidden) { try await accounts.setState(state, of: ben.id, by: moderator.asking) }
        }
        await #expect(throws: MemberError.forbidden) { try await accounts.setState(.deleted, of: ben.id, by: admin.asking) }
        #expect(try await accounts.account(id: ben.id)?.state == .disabled)
    }

    @Test func contributorsAndReviewersBlockNobody() async throws {
        let company = try Company()
        let ben = try await company.person("ben", .reader)
        for role in [Role.reader, .contributor, .reviewer] {
            let asks = try await company.person("asks-\(role.rawValue)", role)
            await #expect(throws: MemberError.forbidden) {
                try await company.members.accounts.setState(.blocked, of: ben.id, by: asks.asking)
            }
        }
        #expect(try await company.members.accounts.account(id: ben.id)?.isActive == true)
    }

    @Test func onlyTheOwnerAndAdminsTouchAnAccount() async throws {
        let company = try Company()
        let admin = try await company.person("root-admin", .admin)
        let ada = try await company.person("ada", email: "ada@example.org")
        let ben = try await company.person("ben", .moderator)
        let members = company.members
        let id = ada.id
        for _ in 0..<2 { _ = try await members.sessions.begin(account: id, userAgent: nil, address: nil) }
        let handle = try #require(try await members.sessions.list(account: id).first?.handle)
        let acts: [@Sendable (AuditContext) async throws -> Void] = [
            { try await members.accounts.setDisplayName("Other \($0.actor ?? "")", of: id, by: $0) },
            { try await members.sessions.end(handle, of: id, by: $0) },
            { try await members.sessions.endAll(of: id, by: $0) },
            { try await members.accounts.setPassword(of: id, to: "another password", by: $0) },
            { _ = try await members.tokens.create(account: id, name: "x", scope: .read, by: $0) },
            { try await members.keys.add(account: id, text: SampleKeys.ed25519, by: $0) },
            { try await members.keys.remove(1, of: id, by: $0) },
            { try await members.addresses.claim("old@example.org", for: id, by: $0) },
            { try await members.addresses.setPrimary("old@example.org", of: id, by: $0) },
            { _ = try await members.links.make(.confirmAddress(account: id, email: "old@example.org"), by: $0) },
            { try await members.addresses.release("old@example.org", of: id, by: $0) },
            { try await members.addresses.setShown("ada@example.org", of: id, by: $0) },
            { try await members.tokens.revoke(1, of: id, by: $0) },
            { try await members.accounts.delete(id, by: $0) },
        ]
        for (number, act) in acts.enumerated() {
            let before = try await company.dump()
            for context in [ben.asking, .stranger(address: nil)] {
                await #expect(throws: MemberError.forbidden, "act \(number)") { try await act(context) }
            }
            #expect(try await company.dump() == before, "act \(number)")
            // Each act is possible: the owner does all but the last, which an admin does.
            try await act(number == acts.count - 1 ? admin.asking : ada.asking)
            #expect(try await company.dump() != before, "act \(number)")
        }
    }
}
