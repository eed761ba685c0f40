import FoundationEssentials
import GRDB
import Testing

@testable import Community

@Suite struct SessionTests {
    @Test func aSessionIsFoundByItsSecretAlone() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let sessions = company.members.sessions
        let secret = try await sessions.begin(account: ada.id, userAgent: "Firefox\u{0}\n<b>", address: Company.address)
        // 256 bits in the alphabet of addresses.
        #expect(secret.utf8.count == 43 && secret.utf8.allSatisfy(SecretHash.isDigit))
        let found = try #require(try await sessions.find(secret))
        #expect(found.account.id == ada.id && found.session.userAgent == "Firefox  <b>" && found.session.address == Company.address)
        #expect(found.session.created == company.clock.now)
        #expect(try await sessions.list(account: ada.id) == [found.session])
        for other in ["", "x", String(secret.dropLast()), secret + "A", found.session.handle, secret.uppercased(), "\(secret.dropLast())é"]
        {
            #expect(try await sessions.find(other) == nil)
        }
    }

    @Test func eachLoginIsANewSession() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let sessions = company.members.sessions
        let first = try await sessions.begin(account: ada.id, userAgent: nil, address: nil)
        let second = try await sessions.begin(account: ada.id, userAgent: nil, address: nil)
        #expect(first != second)
        let handles = try await sessions.list(account: ada.id).map(\.handle)
        #expect(Set(handles).count == 2)
        await #expect(throws: MemberError.notFound) { try await sessions.begin(account: 99, userAgent: nil, address: nil) }
    }

    @Test func theSecretIsKeptNowhere() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let secret = try await company.members.sessions.begin(account: ada.id, userAgent: nil, address: nil)
        let hashes = try await company.withDatabase { try Data.fetchAll($0, sql: "SELECT hash FROM session") }
        #expect(hashes.map { Array($0) } == [Sodium.blake2b(Array(secret.utf8))])
        #expect(try await !company.dump().contains { $0.contains(secret) })
    }

    @Test func unusedForAFortnightItEnds() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let sessions = company.members.sessions
        let secret = try await sessions.begin(account: ada.id, userAgent: nil, address: nil)
        company.clock.advance(by: Sessions.idleTime - 1)
        #expect(try await sessions.find(secret) != nil)
        company.clock.advance(by: Sessions.idleTime)
        #expect(try await sessions.find(secret) == nil)
        #expect(try await sessions.list(account: ada.id).isEmpty)
    }

    @Test func usedDailyItEndsAfterThirtyDays() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let sessions = company.members.sessions
        let secret = try await sessions.begin(account: ada.id, userAgent: nil, address: nil)
        for _ in 0..<29 {
            company.clock.advance(days: 1)
            #expect(try await sessions.find(secret) != nil)
        }
        company.clock.advance(by: 86_399)
        #expect(try await sessions.find(secret) != nil)
        company.clock.advance(by: 1)
        #expect(try await sessions.find(secret) == nil)
    }

    @Test func aClockThatJumpsKeepsNobodyForever() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let sessions = company.members.sessions
        let secret = try await sessions.begin(account: ada.id, userAgent: nil, address: nil)
        company.clock.advance(by: -3600)
        #expect(try await sessions.find(secret) != nil)
        company.clock.advance(days: -3650)
        #expect(try await sessions.find(secret) == nil)
        company.clock.advance(days: 3650)
        #expect(try await sessions.find(secret) != nil)
    }

    @Test func useIsWrittenDownOnceAMinute() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let sessions = company.members.sessions
        let start = company.clock.now
        let secret = try await sessions.begin(account: ada.id, userAgent: nil, address: nil)
        company.clock.advance(by: 59)
        _ = try await sessions.find(secret)
        #expect(try await sessions.list(account: ada.id).map(\.lastSeen) == [start])
        company.clock.advance(by: 1)
        _ = try await sessions.find(secret)
        #expect(try await sessions.list(account: ada.id).map(\.lastSeen) == [start + 60])
        #expect(try await company.members.accounts.account(id: ada.id)?.lastSeen == start + 60)
    }

    @Test func readingGoesOnWhereNothingCanBeWritten() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let secret = try await company.members.sessions.begin(account: ada.id, userAgent: nil, address: nil)
        try await company.withDatabase {
            try $0.execute(sql: "CREATE TRIGGER full BEFORE UPDATE ON session BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        }
        company.clock.advance(by: 600)
        #expect(try await company.members.sessions.find(secret)?.account.id == ada.id)
    }

    @Test func peopleEndTheirSessions() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let ben = try await company.person("ben")
        let sessions = company.members.sessions
        var secrets: [String] = []
        for _ in 0..<3 { secrets.append(try await sessions.begin(account: ada.id, userAgent: nil, address: nil)) }
        let other = try await sessions.begin(account: ben.id, userAgent: nil, address: nil)
        let handles = try await secrets.asyncMap { try #require(try await sessions.find($0)).session.handle }
        // Another's session is not found under one's own name.
        await #expect(throws: MemberError.notFound) { try await sessions.end(handles[0], of: ben.id, by: ben.asking) }
        try await sessions.end(handles[0], of: ada.id, by: ada.asking)
        await #expect(throws: MemberError.notFound) { try await sessions.end(handles[0], of: ada.id, by: ada.asking) }
        #expect(try await sessions.find(secrets[0]) == nil)
        try await sessions.endAll(of: ada.id, except: handles[2], by: ada.asking)
        #expect(try await sessions.find(secrets[1]) == nil)
        #expect(try await sessions.find(secrets[2]) != nil)
        #expect(try await sessions.find(other) != nil)
        #expect(try await company.log("session").count + company.log("sessions").count == 2)
    }

    @Test func onlySoManyAreKeptTheLatestUsedFirst() async throws {
        var limits = MemberLimits()
        limits.held = 3
        let company = try Company(limits: limits)
        let ada = try await company.person("ada")
        let sessions = company.members.sessions
        var secrets: [String] = []
        for _ in 0..<5 {
            secrets.append(try await sessions.begin(account: ada.id, userAgent: nil, address: nil))
            company.clock.advance(by: 60)
            _ = try await sessions.find(secrets[0])
        }
        let alive = try await secrets.asyncMap { try await sessions.find($0) != nil }
        #expect(alive == [true, false, false, true, true])
    }

    @Test func sweepingTakesAwayWhatIsOver() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        _ = try await company.members.sessions.begin(account: ada.id, userAgent: nil, address: nil)
        company.clock.advance(days: 10)
        let fresh = try await company.members.sessions.begin(account: ada.id, userAgent: nil, address: nil)
        company.clock.advance(days: 5)
        try await company.members.sweep(addressDays: 90)
        let rows = try await company.withDatabase { try Int.fetchOne($0, sql: "SELECT count(*) FROM session") }
        #expect(rows == 1)
        #expect(try await company.members.sessions.find(fresh) != nil)
    }

    @Test func sweepingForgetsWhereSessionsBegan() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let sessions = company.members.sessions
        _ = try await sessions.begin(account: ada.id, userAgent: nil, address: "192.0.2.1")
        company.clock.advance(days: 6)
        _ = try await sessions.begin(account: ada.id, userAgent: nil, address: "192.0.2.2")
        try await company.members.sweep(addressDays: 5)
        #expect(try await sessions.list(account: ada.id).map(\.address) == ["192.0.2.2", nil])
    }
}

extension Array {
    /// Maps one after another.
    func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var result: [Value] = []
        for element in self { result.append(try await body(element)) }
        return result
    }
}
