import GRDB
import Git
import Testing

@testable import Community

@Suite struct AuditTests {
    @Test func entriesAreListedFromTheNewest() async throws {
        let company = try Company()
        let audit = company.members.audit
        for number in 1...5 {
            let actor = number % 2 == 0 ? "ben" : "ada"
            let action = number < 4 ? "push" : "push.refused"
            try await audit.record(
                AuditEntry(action: action, actor: actor, actorID: 1, target: "t\(number)", address: "192.0.2.1", detail: "d"))
            company.clock.advance(by: 1)
        }
        let all = try await audit.entries()
        #expect(all.map(\.id) == [5, 4, 3, 2, 1])
        #expect(all[0].time == company.clock.now - 1 && all[0].target == "t5" && all[0].address == "192.0.2.1" && all[0].detail == "d")
        #expect(try await audit.entries(before: 4, limit: 2).map(\.id) == [3, 2])
        #expect(try await audit.entries(actor: "ben").map(\.id) == [4, 2])
        #expect(try await audit.entries(action: "push").map(\.id) == [5, 4, 3, 2, 1])
        #expect(try await audit.entries(action: "push.refused").map(\.id) == [5, 4])
        #expect(try await audit.entries(action: "pus").isEmpty)
        #expect(try await audit.entries(action: "%").isEmpty)
    }

    @Test func addressesAreForgotten() async throws {
        let company = try Company()
        let ada = try await company.person("ada", .admin)
        let members = company.members
        _ = try await company.login("ada")
        try await members.addresses.claim("old@example.org", for: ada.id, by: ada.asking)
        _ = try await members.invitations.invite(["guest@example.org"], role: .reader, expires: company.clock.now + 60, by: ada.asking)
        let push = try await members.pushes.record(name: "x", old: nil, new: .zero, commits: [], by: ada.asking)
        company.clock.advance(days: 100)
        _ = try await company.login("ada")
        try await members.sweep(addressDays: 90)
        let entries = try await members.audit.entries()
        #expect(entries.first?.address == Company.address)
        #expect(entries.dropFirst().allSatisfy { $0.address == nil })
        // E-mail addresses in details go with them, other details stay.
        #expect(!entries.contains { ($0.detail ?? "").contains("@") })
        #expect(entries.last?.detail == "role admin")
        #expect(try await members.pushes.push(push.id)?.address == nil)
        #expect(try await members.invitations.list().map(\.email) == [nil])
        // The claim itself is no log.
        #expect(try await members.addresses.list(account: ada.id).map(\.email) == ["old@example.org"])
        #expect(try await members.audit.dropAddresses(olderThan: company.clock.now) == 0)
    }

    @Test func whatIsWrittenDownIsBoundedAndWithoutTokens() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let secret = try await company.members.tokens.create(account: ada.id, name: "t", scope: .read, by: ada.asking).secret
        let long = String(repeating: "é", count: 2000)
        try await company.members.audit.record(
            AuditEntry(
                action: "denied\n", actor: "a\u{1B}[31m", actorID: nil, target: "/x?t=\(secret)&u=\(secret)", address: long,
                detail: "stm_short stm_ \(secret)"))
        let entry = try #require(try await company.members.audit.entries().first)
        #expect(entry.action == "denied " && entry.actor == "a [31m")
        #expect(entry.target == "/x?t=stm_…&u=stm_…")
        #expect(entry.detail == "stm_short stm_ stm_…")
        #expect(entry.address?.utf8.count == 500)
    }

    /// All that people do leaves lines, and no line and no row holds what was secret.
    @Test func nothingSecretIsInTheFile() async throws {
        let company = try Company()
        try await Everything(company).happen()
        let rows = try await company.withDatabase { database in
            try Row.fetchAll(database, sql: "SELECT * FROM audit").map { "\($0)" }
        }
        let lines = try await company.dump() + rows
        let secrets = company.secrets.current.filter { $0.utf8.count == 43 }
        #expect(secrets.count >= 10)
        for secret in secrets + ["a fine password", "another password", "correct horse", "wrong password"] {
            #expect(!lines.contains { $0.contains(secret) }, "\(secret)")
        }
        #expect(rows.contains { $0.contains("login.failed") })
    }

    /// A change and its line are one transaction: where the line cannot be written, nothing happens.
    @Test func noChangeWithoutALine() async throws {
        let company = try Company()
        let everything = Everything(company)
        try await everything.prepare()
        try await company.withDatabase {
            try $0.execute(sql: "CREATE TRIGGER mute BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'mute'); END")
        }
        let before = try await company.dump()
        for (number, act) in everything.acts.enumerated() {
            await #expect(throws: MemberError.storage("mute"), "act \(number)") { try await act() }
            let after = try await company.dump()
            #expect(after == before, "act \(number)")
        }
        // Each of them happens, and is told, once the log can be written.
        try await company.withDatabase { try $0.execute(sql: "DROP TRIGGER mute") }
        for (number, act) in everything.acts.enumerated() {
            let lines = try await company.log().count
            try await act()
            #expect(try await company.log().count > lines, "act \(number)")
        }
    }
}
