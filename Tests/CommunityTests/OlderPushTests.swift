import FoundationEssentials
import GRDB
import Git
import Testing
import WikiCore

@testable import Community

/// Pushes that were written down when only authors were.
@Suite struct OlderPushTests {
    private static let accounts = "INSERT INTO account(name, display_name, role, state, created) VALUES"

    private func id(_ byte: UInt8) throws -> ObjectID { try #require(ObjectID(bytes: [UInt8](repeating: byte, count: 20))) }

    /// A file as an earlier version left it: Ada pushed her own work and Ben's, of which his waits; a reviewer pushed another's.
    private func company() throws -> Company {
        try Company { file in
            let old = try CommunityDatabase(file: file, migrations: [Migration001.statements, Migration002.statements])
            old.close()
            let ids = try (1...3).map { Data(try id(UInt8($0)).bytes) }
            try DatabaseQueue(path: file).write { database in
                try database.execute(
                    sql: """
                        \(Self.accounts) ('ada', 'Ada', 'contributor', 'active', 1), ('rev', 'Rev', 'reviewer', 'active', 1);
                        INSERT INTO push(account, name, time, new) VALUES (1, 'ada', 5, zeroblob(20)), (2, 'rev', 6, zeroblob(20))
                        """)
                let insert = """
                    INSERT INTO pushed_commit("commit", push, author_key, author_account, confirmed) VALUES (?, ?, ?, ?, ?)
                    """
                try database.execute(sql: insert, arguments: [ids[0], 1, "1+ada@users.noreply.wiki.example", 1, 5])
                try database.execute(sql: insert, arguments: [ids[1], 1, "ben@x.org", nil, nil])
                try database.execute(sql: insert, arguments: [ids[2], 2, "joe@x.org", nil, 6])
            }
        }
    }

    @Test func whatWasDecidedStaysAndOthersWait() async throws {
        let company = try company()
        let pushes = company.members.pushes
        let own = "1+ada@users.noreply.wiki.example"
        #expect(try !pushes.isUnconfirmed(email: own, in: id(1)) && pushes.isUnconfirmed(email: "ben@x.org", in: id(2)))
        #expect(try pushes.isUnconfirmed(email: "cat@x.org", in: id(1)), "nobody knows who stands beside the author")
        #expect(try pushes.unconfirmed(among: [id(1), id(2), id(3), id(4)]) == [id(1), id(2), id(3)])

        var found: [Int64] = []
        while let (push, commits) = try await pushes.incomplete(after: found.last ?? 0) {
            found.append(push)
            let people = [CommitPerson(name: "Cat", email: "cat@x.org"), CommitPerson(name: "Ada", email: own)]
            let authors = try [id(1): own, id(2): "ben@x.org", id(3): "joe@x.org"]
            try await pushes.complete(
                push,
                commits: commits.map { PushedCommit(id: $0, people: [CommitPerson(name: "N", email: authors[$0] ?? "")] + people) })
        }
        #expect(found == [1, 2])
        #expect(try await pushes.incomplete() == nil)
        #expect(try !pushes.isUnconfirmed(email: own, in: id(2)), "her own work counts beside another's")
        #expect(try pushes.isUnconfirmed(email: "ben@x.org", in: id(2)) && pushes.isUnconfirmed(email: "cat@x.org", in: id(1)))
        #expect(try !pushes.isUnconfirmed(email: "cat@x.org", in: id(3)), "a reviewer pushed it")
        #expect(try pushes.unconfirmed(among: [id(1), id(2), id(3)]) == [id(1), id(2)])
        #expect(try await pushes.notes(of: [id(1), id(2)]).mapValues(\.isConfirmed) == [id(1): true, id(2): false])
        let rev = try #require(try await company.members.accounts.account(name: "rev"))
        #expect(try await pushes.confirm(1, by: rev.asking) == [id(1), id(2)])
        #expect(try pushes.unconfirmed(among: [id(1), id(2), id(3)]).isEmpty)
        #expect(try await company.members.damage().isEmpty)
    }
}
