import GRDB
import Testing

@testable import Community

@Suite struct LoginTests {
    @Test func nameOrAddressAndPassword() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "Ada@example.org")
        for login in ["ada", "ADA", " ada ", "ada@example.org", "ADA@EXAMPLE.ORG"] {
            #expect(try await company.login(login, Company.password(of: "ada")).id == ada.id)
        }
        #expect(try await company.members.accounts.account(id: ada.id)?.lastSeen == company.clock.now)
        #expect(try await company.log("login") == [String](repeating: "login ada ada", count: 5))
    }

    @Test func anAddressCountsOnceItIsProved() async throws {
        let company = try Company()
        let members = company.members
        let ada = try await members.accounts.register(
            name: "ada", displayName: "", email: "ada@example.org", password: Company.password(of: "ada"), address: Company.address)
        await #expect(throws: MemberError.wrongPassword) { try await company.login("ada@example.org", Company.password(of: "ada")) }
        guard case .confirm(_, let secret)? = ada.letter else { throw MemberError.notFound }
        _ = try await members.links.confirmAddress(secret, as: ada.account.id, by: ada.account.asking)
        #expect(try await company.login("ada@example.org", Company.password(of: "ada")).id == ada.account.id)
    }

    @Test func nobodyLearnsWhyTheyWereTurnedAway() async throws {
        let company = try Company()
        try await company.person("root-admin", .admin)
        try await company.person("ada")
        let ben = try await company.person("ben")
        let cleo = try await company.person("cleo")
        let dora = try await company.person("dora")
        _ = try await company.members.accounts.create(
            name: "proxied", displayName: "", email: nil, password: nil, role: .reader, by: .program)
        try await company.members.accounts.setState(.disabled, of: ben.id, by: .program)
        try await company.members.accounts.setState(.blocked, of: cleo.id, by: .program)
        try await company.members.accounts.delete(dora.id, by: .program)
        for name in [
            "ada", "ben", "cleo", "dora", "proxied", "nobody-here", "", "a@b.c", "' OR 1=1 --", String(repeating: "x", count: 5000),
        ] {
            for password in ["wrong password", "", "\u{0}", String(repeating: "p", count: 5000)] {
                await #expect(throws: MemberError.wrongPassword, "\(name.prefix(20))") { try await company.login(name, password) }
            }
            company.clock.advance(by: 36_000)
        }
        // The right password hears more.
        await #expect(throws: MemberError.inactive(.disabled)) { try await company.login("ben") }
        await #expect(throws: MemberError.inactive(.blocked)) { try await company.login("cleo") }
        await #expect(throws: MemberError.wrongPassword) { try await company.login("dora") }
    }

    @Test func everyRefusalLeavesOneLine() async throws {
        let company = try Company()
        try await company.person("root-admin", .admin)
        let ben = try await company.person("ben")
        try await company.person("ada")
        try await company.members.accounts.setState(.disabled, of: ben.id, by: .program)
        let before = try await company.log().count
        for name in ["ada", "ben", "Passw0rd-typed-as-name"] { _ = try? await company.login(name, "wrong password") }
        _ = try? await company.login("ben")
        let log = Array(try await company.log().dropFirst(before))
        // What was typed for a name that nobody has may be somebody's password.
        #expect(log == ["login.failed - ada", "login.failed - ben", "login.failed - -", "login.refused ben ben"])
        #expect(try await company.members.audit.entries().first?.address == Company.address)
    }

    @Test func anUnknownNameCostsWhatAKnownOneDoes() async throws {
        let company = try Company(cost: PasswordCost(operations: 4, memory: 16 << 20))
        try await company.person("ada")
        let ben = try await company.person("ben")
        try await company.person("root-admin", .admin)
        try await company.members.accounts.setState(.disabled, of: ben.id, by: .program)
        var times: [String: [Duration]] = [:]
        for _ in 0..<5 {
            for name in ["ada", "ben", "nobody-here"] {
                let start = ContinuousClock.now
                await #expect(throws: MemberError.wrongPassword) { try await company.login(name, "wrong password") }
                times[name, default: []].append(ContinuousClock.now - start)
            }
        }
        let medians = times.mapValues { $0.sorted()[2] }
        let known = try #require(medians["ada"])
        for name in ["ben", "nobody-here"] {
            let ratio = try #require(medians[name]) / known
            #expect((0.4...2.5).contains(ratio), "\(name): \(ratio)")
        }
    }

    @Test func triesAreCountedByWhatWasTyped() async throws {
        var limits = MemberLimits()
        limits.loginsPerPlace = AttemptRate(burst: 3, perHour: 60)
        let company = try Company(limits: limits)
        try await company.person("ada", email: "ada@example.org")
        for name in ["ada", "nobody-here"] {
            for spelling in [name, name.uppercased(), " \(name)"] {
                await #expect(throws: MemberError.wrongPassword) { try await company.login(spelling, "wrong password") }
            }
            // The right password changes nothing; known and unknown names hear the same.
            await #expect(throws: MemberError.tooMany(retryAfter: 60)) { try await company.login(name) }
        }
        #expect(try await company.login("ada", from: "192.0.2.8").name == "ada", "nobody closes a name elsewhere")
        // The address that belongs to the name has a count of its own, or it would tell that they belong together.
        #expect(try await company.login("ada@example.org", Company.password(of: "ada")).name == "ada")
        company.clock.advance(by: 59)
        await #expect(throws: MemberError.tooMany(retryAfter: 1)) { try await company.login("ada") }
        company.clock.advance(by: 1)
        #expect(try await company.login("ada").name == "ada")
        #expect(try await company.log("login.limited") == ["login.limited - ada", "login.limited - -"])
    }

    @Test func triesFromAnywhereAreCountedTogether() async throws {
        var limits = MemberLimits()
        limits.loginsPerAccount = AttemptRate(burst: 3, perHour: 60)
        let company = try Company(limits: limits)
        try await company.person("ada")
        for number in 0..<3 {
            await #expect(throws: MemberError.wrongPassword) { try await company.login("ada", "wrong", from: "192.0.2.\(number)") }
        }
        await #expect(throws: MemberError.tooMany(retryAfter: 60)) { try await company.login("ada", from: "192.0.2.9") }
    }

    @Test func triesAreCountedByNetwork() async throws {
        var limits = MemberLimits()
        limits.loginsPerNetwork = AttemptRate(burst: 4, perHour: 60)
        let company = try Company(limits: limits)
        try await company.person("ada")
        for number in 0..<4 {
            await #expect(throws: MemberError.wrongPassword) {
                try await company.login("x\(number)", "wrong password", from: "2001:db8::\(number)")
            }
        }
        await #expect(throws: MemberError.tooMany(retryAfter: 60)) { try await company.login("ada", from: "2001:db8:0:0:ffff::1") }
        #expect(try await company.login("ada", from: "2001:db8:0:1::1").name == "ada")
    }

    /// Behind one address there may be a classroom that mistypes.
    @Test func aNetworkMayHoldManyPeople() async throws {
        let company = try Company()
        try await company.person("ada")
        for number in 0..<99 {
            await #expect(throws: MemberError.wrongPassword) { try await company.login("x\(number)", "wrong password") }
        }
        #expect(try await company.login("ada").name == "ada")
        await #expect(throws: MemberError.wrongPassword) { try await company.login("x99", "wrong password") }
        await #expect(throws: MemberError.tooMany(retryAfter: 12)) { try await company.login("ada") }
    }

    @Test func aRightPasswordCostsNoTry() async throws {
        var limits = MemberLimits()
        limits.loginsPerPlace = AttemptRate(burst: 2, perHour: 1)
        limits.loginsPerAccount = AttemptRate(burst: 2, perHour: 1)
        limits.loginsPerNetwork = AttemptRate(burst: 2, perHour: 1)
        let company = try Company(limits: limits)
        try await company.person("ada")
        for _ in 0..<10 { _ = try await company.login("ada") }
        #expect(try await company.log("login").count == 10)
    }

    @Test func aHundredAtOnceAllGetIn() async throws {
        let company = try Company()
        for number in 0..<10 { try await company.person("p\(number)") }
        let names = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<100 { group.addTask { try await company.login("p\(number % 10)", from: "10.0.0.\(number)").name } }
            return try await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(names.count == 10 && names.values.allSatisfy { $0 == 10 })
    }

    @Test func aPasswordIsTheSameFromEveryKeyboard() async throws {
        let company = try Company()
        _ = try await company.members.accounts.create(
            name: "zoe", displayName: "", email: nil, password: "Zo\u{EB} und das Meer", role: .reader, by: .program)
        #expect(try await company.login("zoe", "Zoe\u{308} und das Meer").name == "zoe")
        await #expect(throws: MemberError.wrongPassword) { try await company.login("zoe", "Zoe und das Meer") }
        await #expect(throws: MemberError.wrongPassword) { try await company.login("zoe", "Zo\u{EB} und das Meer ") }
    }

    @Test func aHashOfAnotherCostIsMadeAnewAtLogin() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let richer = try company.another(cost: PasswordCost(operations: 2, memory: 16_384))
        let hash: @Sendable () async throws -> String? = {
            try await company.withDatabase {
                try String.fetchOne($0, sql: "SELECT password FROM account WHERE id = ?", arguments: [ada.id])
            }
        }
        #expect(try await hash()?.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$") == true)
        _ = try await richer.accounts.checkLogin("ada", password: Company.password(of: "ada"), address: Company.address)
        #expect(try await hash()?.hasPrefix("$argon2id$v=19$m=16,t=2,p=1$") == true)
        _ = try await richer.accounts.checkLogin("ada", password: Company.password(of: "ada"), address: Company.address)
        richer.close()
    }

    @Test func thePasswordIsAskedOnceMore() async throws {
        var limits = MemberLimits()
        limits.loginsPerPlace = AttemptRate(burst: 2, perHour: 60)
        let company = try Company(limits: limits)
        let ada = try await company.person("ada")
        let accounts = company.members.accounts
        try await accounts.verifyPassword(of: ada.id, Company.password(of: "ada"), by: ada.asking)
        for _ in 0..<2 {
            await #expect(throws: MemberError.wrongPassword) { try await accounts.verifyPassword(of: ada.id, "wrong", by: ada.asking) }
        }
        await #expect(throws: MemberError.tooMany(retryAfter: 60)) {
            try await accounts.verifyPassword(of: ada.id, Company.password(of: "ada"), by: ada.asking)
        }
        // Whoever sits at an open browser cannot lock the owner out of the front door.
        #expect(try await company.login("ada").id == ada.id)
        #expect(try await company.log("login.failed") == ["login.failed ada ada", "login.failed ada ada"])
    }
}
