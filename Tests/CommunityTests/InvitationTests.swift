import Testing

@testable import Community

@Suite struct InvitationTests {
    private func invite(
        _ company: Company, _ email: String? = "guest@example.org", role: Role = .contributor, byMail: Bool = false,
        by context: AuditContext = .program
    ) async throws -> (invitation: Invitation, secret: String) {
        let end = company.clock.now + 7 * 86_400
        return try #require(
            try await company.members.invitations.invite([email], role: role, expires: end, note: "Welcome!", byMail: byMail, by: context)
                .first)
    }

    private func accept(_ company: Company, _ secret: String, as name: String = "gwen") async throws -> Account {
        try await company.members.invitations.accept(
            secret, name: name, displayName: "Guest", password: "a fine password", address: Company.address)
    }

    @Test func aGuestComesOnce() async throws {
        let company = try Company()
        let ada = try await company.person("ada", .admin)
        let made = try await invite(company, role: .reviewer, by: ada.asking)
        #expect(made.invitation.email == "guest@example.org" && made.invitation.note == "Welcome!" && made.invitation.inviter == "ada")
        #expect(try await company.members.invitations.find(made.secret) == made.invitation)
        let guest = try await accept(company, made.secret)
        #expect(guest.role == .reviewer && guest.email == "guest@example.org" && !guest.isEmailConfirmed)
        #expect(try await company.login("gwen", "a fine password").id == guest.id)
        await #expect(throws: MemberError.alreadyUsed) { try await company.members.invitations.find(made.secret) }
        await #expect(throws: MemberError.alreadyUsed) { try await accept(company, made.secret, as: "second") }
        let listed = try #require(try await company.members.invitations.list().first)
        #expect(listed.accepted == company.clock.now && listed.acceptedBy == "gwen" && listed.status(at: company.clock.now) == .accepted)
        #expect(try await company.log("invitation") == ["invitation.made ada 1", "invitation.accepted gwen 1"])
        #expect(try await !company.dump().contains { $0.contains(made.secret) })
    }

    @Test func manyAtOnce() async throws {
        var limits = MemberLimits()
        limits.invitationsAtOnce = 4
        let company = try Company(limits: limits)
        let end = company.clock.now + 60
        let invitations = company.members.invitations
        let made = try await invitations.invite(
            ["a@example.org", " B@example.org ", "b@EXAMPLE.org", nil], role: .reader, expires: end, by: .program)
        #expect(made.map(\.invitation.email) == ["a@example.org", "B@example.org", nil])
        #expect(Set(made.map(\.secret)).count == 3)
        await #expect(throws: MemberError.badAddress("no address")) {
            try await invitations.invite(["c@example.org", "no address"], role: .reader, expires: end, by: .program)
        }
        await #expect(throws: MemberError.tooManyHeld(limit: 4)) {
            try await invitations.invite([nil, nil, nil, nil, nil], role: .reader, expires: end, by: .program)
        }
        // All or none.
        #expect(try await invitations.list().map(\.email) == [nil, "B@example.org", "a@example.org"])
        #expect(try await invitations.list(before: 3, limit: 1).map(\.id) == [2])
    }

    @Test(
        arguments: [
            (.moderator, .contributor), (.admin, .admin), (.reviewer, nil), (.contributor, nil), (.reader, nil),
        ] as [(Role, Role?)])
    func whoMayInviteWhom(_ inviter: Role, _ highest: Role?) async throws {
        let company = try Company()
        let asks = try await company.person("asks", inviter)
        for role in Role.allCases {
            if let highest, role <= highest {
                #expect(try await invite(company, role: role, by: asks.asking).invitation.role == role)
            } else {
                await #expect(throws: MemberError.forbidden) { try await invite(company, role: role, by: asks.asking) }
            }
        }
        await #expect(throws: MemberError.forbidden) { try await invite(company, by: .stranger(address: nil)) }
    }

    @Test func aLinkThatCameByMailProvesTheAddress() async throws {
        let company = try Company()
        let mailed = try await invite(company, byMail: true)
        #expect(mailed.invitation.isMailed)
        #expect(try await accept(company, mailed.secret).isEmailConfirmed)
        // Without an address there is no mail.
        let bare = try await invite(company, nil, byMail: true)
        #expect(!bare.invitation.isMailed)
        #expect(try await accept(company, bare.secret, as: "bare").email == nil)
        // Who has an account already is told so, and the link still works for another person.
        let again = try await invite(company, byMail: true)
        await #expect(throws: MemberError.addressTaken) { try await accept(company, again.secret, as: "other") }
        #expect(try await company.members.invitations.find(again.secret).accepted == nil)
        #expect(try await company.members.accounts.account(name: "other") == nil)
    }

    @Test func anInvitationEndsOrIsTakenBack() async throws {
        let company = try Company()
        let mo = try await company.person("mo", .moderator)
        let ben = try await company.person("ben", .reviewer)
        let old = try await invite(company)
        company.clock.advance(days: 7)
        await #expect(throws: MemberError.expired) { try await accept(company, old.secret) }
        let revoked = try await invite(company)
        await #expect(throws: MemberError.forbidden) { try await company.members.invitations.revoke(revoked.invitation.id, by: ben.asking) }
        try await company.members.invitations.revoke(revoked.invitation.id, by: mo.asking)
        await #expect(throws: MemberError.expired) { try await accept(company, revoked.secret) }
        let used = try await invite(company)
        _ = try await accept(company, used.secret)
        await #expect(throws: MemberError.alreadyUsed) { try await company.members.invitations.revoke(used.invitation.id, by: mo.asking) }
        await #expect(throws: MemberError.notFound) { try await company.members.invitations.revoke(99, by: mo.asking) }
        await #expect(throws: MemberError.notFound) { try await accept(company, String(repeating: "A", count: 43)) }
        await #expect(throws: MemberError.expired) {
            try await company.members.invitations.invite([nil], role: .reader, expires: company.clock.now, by: .program)
        }
        let now = company.clock.now
        #expect(try await company.members.invitations.list().map { $0.status(at: now) } == [.accepted, .revoked, .expired])
    }

    @Test func whoMayInviteNoMoreInvitedNobody() async throws {
        let company = try Company()
        let admin = try await company.person("root-admin", .admin)
        let mo = try await company.person("mo", .admin)
        let made = try await invite(company, role: .admin, by: mo.asking)
        let lesser = try await invite(company, role: .contributor, by: mo.asking)
        try await company.members.accounts.setRole(.moderator, of: mo.id, by: admin.asking)
        await #expect(throws: MemberError.expired) { try await accept(company, made.secret) }
        #expect(try await accept(company, lesser.secret).role == .contributor)
        let last = try await invite(company, by: mo.asking)
        try await company.members.accounts.setState(.disabled, of: mo.id, by: admin.asking)
        await #expect(throws: MemberError.expired) { try await accept(company, last.secret, as: "late") }
    }

    @Test func ofTwoWhoComeWithOneLinkOneGetsIn() async throws {
        let company = try Company()
        let other = try company.another()
        for round in 0..<8 {
            let secret = try await invite(company, nil).secret
            async let first = Result { try await accept(company, secret, as: "first-\(round)") }
            async let second = Result {
                try await other.invitations.accept(
                    secret, name: "second-\(round)", displayName: "", password: "a fine password", address: Company.address)
            }
            let outcomes = await [first, second]
            #expect(outcomes.filter { (try? $0.get()) != nil }.count == 1)
        }
        #expect(try await company.members.accounts.count() == 8)
        other.close()
    }
}
