import Community
import Testing

@testable import GitTransport

@Suite(.timeLimit(.minutes(1))) struct RefusalLogTests {
    @Test func oneWhoIsRefusedForEverFillsNoLog() async throws {
        try await RunningGit.serving { wiki in
            let log = wiki.server.door.refusals
            for _ in 0..<100 {
                await log.note(AuditEntry(.denied, by: .stranger(address: "192.0.2.1"), target: "git"))
            }
            // A minute may turn meanwhile.
            let first = try await wiki.members.audit.entries(limit: 200, action: "denied").count
            #expect((30...32).contains(first))
            await log.note(AuditEntry(.denied, by: .stranger(address: "192.0.2.2"), target: "git"))
            let known = AuditContext(actor: "ann", actorID: 1, address: "192.0.2.1")
            await log.note(AuditEntry(.denied, by: known, target: "git"))
            #expect(try await wiki.members.audit.entries(limit: 200, action: "denied").count == first + 2)
        }
    }
}
