import Git
import Testing
import WikiCore

@testable import Community

/// Who waits in a push is told with the account that stands behind a name, and no word confirms more than was shown.
@Suite struct WaitingPeopleTests {
    private func id(_ byte: UInt8) throws -> ObjectID { try #require(ObjectID(bytes: [UInt8](repeating: byte, count: 20))) }

    private func push(_ company: Company, _ people: [CommitPerson], by context: AuditContext) async throws -> Int64 {
        let commits = try people.enumerated().map { number, person in
            PushedCommit(
                id: try #require(ObjectID(bytes: Array(Sodium.blake2b([UInt8(number % 256), UInt8(number / 256)]).prefix(20)))),
                people: [person])
        }
        return try await company.members.pushes.record(name: "x", old: nil, new: id(9), commits: commits, by: context).id
    }

    @Test func accountsStandFirst() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        let mo = try await company.person("mo")
        let gone = try await company.person("gone")
        try await company.members.accounts.delete(gone.id, by: .program)
        let names = [
            CommitPerson(name: "Guest", email: "guest@x.org"), CommitPerson(name: "Bob", email: "ADA@example.org"),
            CommitPerson(name: "Bob", email: "1+x@users.noreply.wiki.example"), CommitPerson(name: "Ada", email: "ada@example.org"),
            CommitPerson(name: "Bob", email: "3+gone@users.noreply.wiki.example"),
            CommitPerson(name: "Bob", email: "9+no@users.noreply.wiki.example"),
        ]
        let push = try await push(company, names, by: mo.asking)
        let account = CreditedAccount(id: ada.id, name: "ada", displayName: "ADA")
        let waiting = try await company.members.pushes.waiting(in: push)
        #expect(
            waiting.people == [
                WaitingPerson(name: "Ada", account: account, commits: 1), WaitingPerson(name: "Bob", account: account, commits: 2),
                WaitingPerson(name: "Bob", account: nil, commits: 2), WaitingPerson(name: "Guest", account: nil, commits: 1),
            ])
        #expect(!waiting.hasMore)
        #expect(try await company.members.pushes.waiting(in: push, for: ada.id).people == Array(waiting.people.prefix(2)))
        #expect(try await company.members.pushes.waiting(in: push, for: mo.id).people.isEmpty)
    }

    @Test func noMoreIsConfirmedThanIsShown() async throws {
        let company = try Company()
        let rev = try await company.person("rev", .reviewer)
        let mo = try await company.person("mo")
        let pushes = company.members.pushes
        let limit = WaitingPeople.limit
        // The last names of one address are beyond what is shown at first; so that address waits as a whole.
        let people =
            (0..<limit - 1).map { CommitPerson(name: "n\(String($0 + 1000))", email: "n\($0)@x.org") }
            + ["a", "z"].map { CommitPerson(name: $0, email: "two@x.org") }
        let push = try await push(company, people, by: mo.asking)
        let first = try await pushes.waiting(in: push)
        #expect(first.people.count == limit && first.hasMore && !first.people.contains { $0.name == "z" })
        await #expect(throws: MemberError.outdated) { try await pushes.confirm(push, mark: "other", by: rev.asking) }
        #expect(try await !pushes.confirm(push, mark: first.mark, by: rev.asking).isEmpty)
        let rest = try await pushes.waiting(in: push)
        #expect(rest.people.map(\.name) == ["a", "z"] && !rest.hasMore)
        _ = try await pushes.confirm(push, mark: rest.mark, by: rev.asking)
        #expect(try await pushes.waiting(in: push).people.isEmpty)
        #expect(try await !pushes.hasUnconfirmed())
    }

    @Test func aMarkStandsForPeopleAndAccounts() {
        let account = CreditedAccount(id: 1, name: "ada", displayName: "Ada")
        let bob = WaitingPerson(name: "Bob", account: nil, commits: 1)
        let marks = [
            [], [bob], [WaitingPerson(name: "Bob", account: account, commits: 1)], [bob, bob],
            [WaitingPerson(name: "Bo", account: nil, commits: 1)],
        ].map { WaitingPeople($0).mark }
        #expect(Set(marks).count == marks.count)
    }
}
