import Testing
import WikiCore

@testable import Community

@Suite struct AddressClaimTests {
    @Test func manyClaimOneHas() async throws {
        let company = try Company()
        let addresses = company.members.addresses
        let admin = try await company.person("root-admin", .admin)
        let ada = try await company.person("ada")
        let eve = try await company.person("eve")
        for asks in [eve, ada] { try await addresses.claim("Old@Example.org", for: asks.id, by: asks.asking) }
        #expect(try addresses.credit(email: "old@example.org") == nil)
        #expect(try await addresses.waiting().map(\.account.name) == ["ada", "eve"])
        for asks in [ada, eve, try await company.person("rev", .reviewer), try await company.person("mo", .moderator)] {
            await #expect(throws: MemberError.forbidden) { try await addresses.confirm("old@example.org", of: eve.id, by: asks.asking) }
        }
        try await addresses.confirm("OLD@example.org", of: ada.id, by: admin.asking)
        #expect(try addresses.credit(email: "oLd@example.org")?.id == ada.id)
        #expect(try await addresses.credited(email: "old@example.org")?.id == ada.id)
        await #expect(throws: MemberError.addressTaken) { try await addresses.confirm("old@example.org", of: eve.id, by: admin.asking) }
        await #expect(throws: MemberError.notFound) { try await addresses.confirm("none@example.org", of: eve.id, by: admin.asking) }
        #expect(try await addresses.waiting().map(\.account.name) == ["eve"])
        #expect(try await addresses.confirmed(ada.id) == ["Old@Example.org"])
        // Confirming again is no change.
        try await addresses.confirm("old@example.org", of: ada.id, by: admin.asking)
        #expect(try await company.log("address.confirmed") == ["address.confirmed root-admin ada"])

        try await addresses.release("old@example.org", of: ada.id, by: ada.asking)
        #expect(try addresses.credit(email: "old@example.org") == nil)
        try await addresses.confirm("old@example.org", of: eve.id, by: admin.asking)
        #expect(try addresses.credit(email: "old@example.org")?.id == eve.id)
    }

    @Test func claimingTwiceIsOneClaim() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let addresses = company.members.addresses
        let first = try await addresses.claim(" a@example.org ", for: ada.id, by: ada.asking)
        #expect(try await addresses.claim("A@Example.ORG", for: ada.id, by: ada.asking) == first)
        #expect(first.email == "a@example.org" && first.confirmed == nil && !first.isPrimary)
        #expect(try await company.log("address.claimed").count == 1)
    }

    /// History holds addresses that no letter reaches.
    @Test(arguments: ["joe@(none)", "root@laptop.local", "joe", "joe@6015fed2-1504-0410-9fe1-9d1591cc4771", "zoë@exämple.org", "a b"])
    func oddAddressesOfHistoryCanBeClaimed(_ email: String) async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        try await company.members.addresses.claim(email, for: ada.id, by: ada.asking)
        try await company.members.addresses.confirm(email, of: ada.id, by: .program)
        #expect(try company.members.addresses.credit(email: email)?.id == ada.id)
    }

    @Test(arguments: [
        "", "  ", "a\nb@x", "a<b>@x", "1+ada@users.noreply.wiki.example", "2+eve@USERS.noreply.Wiki.Example",
        "unverified+joe@users.noreply.wiki.example", String(repeating: "x", count: 255),
    ])
    func noOthers(_ email: String) async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        await #expect(throws: MemberError.badAddress(PlainText.cut(email, limit: 300))) {
            try await company.members.addresses.claim(email, for: ada.id, by: ada.asking)
        }
    }

    @Test func theWikisOwnAddressesCountByNumber() async throws {
        let company = try Company()
        let addresses = company.members.addresses
        try await company.person("root-admin", .admin)
        let ada = try await company.person("ada")
        #expect(try addresses.credit(email: ada.author(domain: "wiki.example").email)?.id == ada.id)
        for email in ["2+other@users.noreply.wiki.example", "2+@Users.Noreply.WIKI.example"] {
            #expect(try addresses.credit(email: email)?.id == ada.id)
        }
        for email in [
            "2+ada@users.noreply.other.example", "2@users.noreply.wiki.example", "+ada@users.noreply.wiki.example",
            "02+ada@users.noreply.wiki.example", "-2+ada@users.noreply.wiki.example", "99+ada@users.noreply.wiki.example",
            "99999999999999999999+ada@users.noreply.wiki.example", "2+ada@evil.users.noreply.wiki.example",
            "unverified+ada@users.noreply.wiki.example",
            "", "2+ada",
        ] {
            #expect(try addresses.credit(email: email) == nil, "\(email)")
        }
        try await company.members.accounts.setState(.blocked, of: ada.id, by: .program)
        #expect(try addresses.credit(email: "2+ada@users.noreply.wiki.example")?.id == ada.id)
        try await company.members.accounts.delete(ada.id, by: .program)
        #expect(try addresses.credit(email: "2+ada@users.noreply.wiki.example") == nil)
    }

    /// Folding by Unicode's rules would make these one.
    @Test func addressesThatOnlyLookAlikeAreTwo() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "mike@example.org")
        #expect(try company.members.addresses.credit(email: "MIKE@example.org")?.id == ada.id)
        for other in ["m\u{131}ke@example.org", "mi\u{212A}e@example.org", "mike@example.org.", "mike@ex\u{E4}mple.org"] {
            #expect(try company.members.addresses.credit(email: other) == nil)
        }
    }

    @Test func onlyAProvedAddressStandsInCommits() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        let addresses = company.members.addresses
        try await addresses.claim("b@example.org", for: ada.id, by: ada.asking)
        for email in ["b@example.org", "none@example.org"] {
            await #expect(throws: MemberError.notFound) { try await addresses.setShown(email, of: ada.id, by: ada.asking) }
        }
        try await addresses.setShown("ADA@example.org", of: ada.id, by: ada.asking)
        #expect(try await company.members.accounts.account(id: ada.id)?.commitEmail == "ada@example.org")
        try await addresses.confirm("b@example.org", of: ada.id, by: .program)
        try await addresses.setShown("b@example.org", of: ada.id, by: ada.asking)
        #expect(try await addresses.list(account: ada.id).map(\.isShown) == [false, true])
        try await addresses.setShown(nil, of: ada.id, by: ada.asking)
        #expect(try await company.members.accounts.account(id: ada.id)?.commitEmail == nil)
        // What is given up is shown no more.
        try await addresses.setShown("b@example.org", of: ada.id, by: ada.asking)
        try await addresses.release("b@example.org", of: ada.id, by: ada.asking)
        #expect(try await company.members.accounts.account(id: ada.id)?.commitEmail == nil)
    }

    @Test func theAddressForLettersChanges() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "old@example.org")
        let addresses = company.members.addresses
        try await addresses.setPrimary("new@example.org", of: ada.id, by: ada.asking)
        let changed = try #require(try await company.members.accounts.account(id: ada.id))
        #expect(changed.email == "new@example.org" && !changed.isEmailConfirmed)
        // What she had stays hers.
        #expect(try addresses.credit(email: "old@example.org")?.id == ada.id)
        #expect(try await addresses.list(account: ada.id).map(\.email) == ["new@example.org", "old@example.org"])
        await #expect(throws: MemberError.badAddress("joe@(none)")) {
            try await addresses.setPrimary("joe@(none)", of: ada.id, by: ada.asking)
        }
        #expect(
            try await addresses.credited(to: ada) == ["old@example.org", "1+ada@users.noreply.wiki.example"])
    }

    @Test func claimsAreBounded() async throws {
        var limits = MemberLimits()
        limits.held = 2
        let company = try Company(limits: limits)
        let ada = try await company.person("ada")
        for name in ["a", "b"] { try await company.members.addresses.claim("\(name)@x", for: ada.id, by: ada.asking) }
        await #expect(throws: MemberError.tooManyHeld(limit: 2)) {
            try await company.members.addresses.claim("c@x", for: ada.id, by: ada.asking)
        }
    }

    @Test func twoDatabasesGiveAnAddressToOne() async throws {
        let company = try Company()
        let other = try company.another()
        for round in 0..<8 {
            let ada = try await company.person("ada-\(round)")
            let eve = try await company.person("eve-\(round)")
            let email = "shared\(round)@example.org"
            for asks in [ada, eve] { try await company.members.addresses.claim(email, for: asks.id, by: asks.asking) }
            async let first = Result { try await company.members.addresses.confirm(email, of: ada.id, by: .program) }
            async let second = Result { try await other.addresses.confirm(email, of: eve.id, by: .program) }
            let outcomes = await [first, second]
            #expect(outcomes.filter { (try? $0.get()) != nil }.count == 1)
            #expect(try company.members.addresses.credit(email: email) != nil)
        }
        other.close()
    }
}
