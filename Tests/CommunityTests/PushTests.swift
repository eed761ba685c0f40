import Git
import Testing

@testable import Community

@Suite struct PushTests {
    private func id(_ number: Int) -> ObjectID {
        let digits = String(number)
        return ObjectID(hex: String(repeating: "0", count: 40 - digits.count) + digits) ?? .zero
    }

    private func push(_ company: Company, by context: AuditContext, name: String = "A guest", _ commits: [(Int, String, Bool)]) async throws
        -> Push
    {
        let commits = commits.map { PushedCommit(id: id($0.0), authorEmail: $0.1, isConfirmed: $0.2) }
        return try await company.members.pushes.record(name: name, old: id(1), new: id(9), commits: commits, by: context)
    }

    @Test func thePusherIsWrittenDown() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let pushes = company.members.pushes
        let made = try await push(company, by: ada.asking, [(10, "ada@x", true), (11, "ben@x", false)])
        #expect(made.account == ada.id && made.name == "ADA" && made.accountName == "ada" && made.time == company.clock.now)
        #expect(made.address == Company.address && made.old == id(1) && made.new == id(9))
        #expect(made.commits == 2 && made.unconfirmed == 1)
        let notes = try await pushes.notes(of: [id(10), id(11), id(12)])
        #expect(
            notes == [
                id(10): PushNote(push: made.id, pusher: "ADA", account: "ada", isConfirmed: true),
                id(11): PushNote(push: made.id, pusher: "ADA", account: "ada", isConfirmed: false),
            ])
        #expect(try await pushes.notes(of: []).isEmpty)
        #expect(try await company.log("push") == ["push ada 1"])
        // The name is the person's of today; who is gone is a name without a link.
        try await company.members.accounts.setDisplayName("Ada L.", of: ada.id, by: ada.asking)
        #expect(try await pushes.notes(of: [id(10)])[id(10)]?.pusher == "Ada L.")
        try await company.members.accounts.delete(ada.id, by: ada.asking)
        #expect(try await pushes.notes(of: [id(10)])[id(10)] == PushNote(push: made.id, pusher: "ada", account: nil, isConfirmed: true))
        #expect(try await pushes.push(made.id)?.accountName == nil)
    }

    @Test func aPusherWithoutAnAccountHasAName() async throws {
        let company = try Company()
        let made = try await push(company, by: .stranger(address: nil), name: "Guest\u{0}\n", [(10, "g@x", false)])
        #expect(made.account == nil && made.name == "Guest  " && made.accountName == nil && made.address == nil)
    }

    @Test func creditCountsAtOnceForAuthorsAndReviewers() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        let ben = try await company.person("ben")
        let rev = try await company.person("rev", .reviewer)
        let pushes = company.members.pushes
        let commits: [(id: ObjectID, authorEmail: String)] = [
            (id(10), "ADA@example.org"), (id(11), "1+ada@users.noreply.wiki.example"), (id(12), "joe@x"),
            (id(13), "2+ben@users.noreply.wiki.example"), (id(14), "joe@x"),
        ]
        #expect(try await pushes.credit(commits, pushedBy: ada).map(\.isConfirmed) == [true, true, false, false, false])
        #expect(try await pushes.credit(commits, pushedBy: ben).map(\.isConfirmed) == [false, false, false, true, false])
        #expect(try await pushes.credit(commits, pushedBy: rev).map(\.isConfirmed) == [true, true, true, true, true])
        #expect(try await pushes.credit(commits, pushedBy: nil).map(\.isConfirmed) == [false, false, false, false, false])
    }

    @Test func whatWaitsIsConfirmedByItsAuthorOrAReviewer() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        let ben = try await company.person("ben")
        let eve = try await company.person("eve")
        let rev = try await company.person("rev", .reviewer)
        let pushes = company.members.pushes
        let made = try await push(
            company, by: eve.asking, [(10, "Ada@Example.org", false), (11, "2+x@users.noreply.wiki.example", false), (12, "joe@x", false)])
        let other = try await push(company, by: ben.asking, [(20, "joe@x", false)])
        #expect(try await pushes.unconfirmed().map(\.id) == [other.id, made.id])
        #expect(try await pushes.unconfirmed(for: ada.id).map(\.id) == [made.id])
        #expect(try await pushes.unconfirmed(for: eve.id).isEmpty)
        #expect(try pushes.unconfirmed(among: [id(9), id(10), id(20)]) == [id(10), id(20)])
        #expect(try pushes.isUnconfirmed(id(10)) && !pushes.isUnconfirmed(id(9)))

        // The pusher cannot vouch for others, nor can a stranger or a narrow token.
        let narrow = AuditContext(Actor(account: rev, credential: .token(1, .read)), address: nil)
        for context in [eve.asking, .stranger(address: nil), narrow] {
            await #expect(throws: MemberError.forbidden) { try await pushes.confirm(made.id, by: context) }
        }
        #expect(try await pushes.confirm(made.id, by: ada.asking) == [id(10)])
        #expect(try !pushes.isUnconfirmed(id(10)))
        #expect(try await pushes.confirm(made.id, by: ben.asking) == [id(11)])
        await #expect(throws: MemberError.forbidden) { try await pushes.confirm(made.id, by: ada.asking) }
        #expect(try await pushes.hasUnconfirmed())
        #expect(try await pushes.confirm(made.id, by: rev.asking) == [id(12)])
        #expect(try await pushes.confirm(made.id, by: rev.asking).isEmpty)
        #expect(try await pushes.confirm(other.id, by: rev.asking) == [id(20)])
        #expect(try await !pushes.hasUnconfirmed())
        #expect(try pushes.unconfirmed(among: [id(10), id(20)]).isEmpty)
        await #expect(throws: MemberError.notFound) { try await pushes.confirm(99, by: rev.asking) }
        #expect(try await company.log("push.confirmed").map { String($0.dropFirst(15)) } == ["ada 1", "ben 1", "rev 1", "rev 2"])
    }

    @Test func anAddressProvedLaterMakesItsCommitsOnesOwn() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let made = try await push(company, by: .stranger(address: nil), [(10, "old@example.org", false)])
        let pushes = company.members.pushes
        try await company.members.addresses.claim("old@example.org", for: ada.id, by: ada.asking)
        await #expect(throws: MemberError.forbidden) { try await pushes.confirm(made.id, by: ada.asking) }
        try await company.members.addresses.confirm("old@example.org", of: ada.id, by: .program)
        #expect(try await pushes.unconfirmed(for: ada.id).map(\.id) == [made.id])
        #expect(try await pushes.confirm(made.id, by: ada.asking) == [id(10)])
    }

    @Test func aPushThatCameToNothingIsForgotten() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let ben = try await company.person("ben")
        let pushes = company.members.pushes
        let first = try await push(company, by: ada.asking, [(10, "x@x", false)])
        try await pushes.withdraw(first.id, by: ada.asking)
        #expect(try await pushes.push(first.id) == nil)
        #expect(try !pushes.isUnconfirmed(id(10)))
        // A push whose end nobody saw is followed by another with the same commit: the later one brought it.
        _ = try await push(company, by: ada.asking, [(11, "x@x", true)])
        let second = try await push(company, by: ben.asking, [(11, "x@x", false)])
        #expect(second.id == 3)
        #expect(try await pushes.notes(of: [id(11)])[id(11)]?.account == "ben")
        #expect(try pushes.isUnconfirmed(id(11)))
        #expect(try await pushes.list().map(\.id) == [3, 2])
        #expect(try await pushes.list(before: 3, limit: 5).map(\.commits) == [0])
    }

    @Test func aThousandCommitsAreOneTransaction() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let made = try await push(company, by: ada.asking, (1000..<3000).map { ($0, "x\($0 % 7)@x", $0 % 2 == 0) })
        #expect(made.commits == 2000 && made.unconfirmed == 1000)
        let all = (1000..<3000).map(id)
        #expect(try company.members.pushes.unconfirmed(among: all).count == 1000)
    }
}
