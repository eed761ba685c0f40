import Git
import Testing
import WikiCore

@testable import Community

@Suite struct PushTests {
    private func id(_ number: Int) -> ObjectID {
        let digits = String(number)
        return ObjectID(hex: String(repeating: "0", count: 40 - digits.count) + digits) ?? .zero
    }

    /// Records a push of commits, each named by its number, with the addresses of its author and of those beside.
    private func push(_ company: Company, by context: AuditContext, name: String = "A guest", _ commits: [(Int, [String])]) async throws
        -> Push
    {
        let commits = commits.map { number, emails in
            PushedCommit(id: id(number), people: emails.map { CommitPerson(name: "Git \($0.split(separator: "@")[0])", email: $0) })
        }
        return try await company.members.pushes.record(name: name, old: id(1), new: id(9), commits: commits, by: context)
    }

    /// Those of some addresses that wait in a commit.
    private func waiting(_ company: Company, _ emails: [String], in commit: Int) throws -> [String] {
        try emails.filter { try company.members.pushes.isUnconfirmed(email: $0, in: id(commit)) }
    }

    @Test func thePusherIsWrittenDown() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@x.org")
        let pushes = company.members.pushes
        let made = try await push(company, by: ada.asking, [(10, ["ada@x.org"]), (11, ["ben@x.org"])])
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
        let made = try await push(company, by: .stranger(address: nil), name: "Guest\u{0}\n", [(10, ["g@x.org"])])
        #expect(made.account == nil && made.name == "Guest  " && made.accountName == nil && made.address == nil)
    }

    @Test func creditCountsAtOnceForPushersThemselvesAndWhereReviewersPush() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        let ben = try await company.person("ben")
        let rev = try await company.person("rev", .reviewer)
        let (adas, bens) = (["ADA@example.org", "1+ada@users.noreply.wiki.example"], ["2+ben@users.noreply.wiki.example"])
        let all = adas + bens + ["joe@x.org"]
        for (pusher, own) in [(ada.asking, adas), (ben.asking, bens), (rev.asking, all), (.stranger(address: nil), [])] {
            // Alone, and beside whoever pushes.
            _ = try await push(company, by: pusher, all.enumerated().map { (20 + $0, [$1]) } + [(30, all), (31, all.reversed())])
            for (number, email) in all.enumerated() {
                let waits = !own.contains(email)
                #expect(try waiting(company, all, in: 20 + number).contains(email) == waits, "\(email)")
                #expect(try waiting(company, [email], in: 30) == (waits ? [email] : []), "\(email)")
                #expect(try waiting(company, [email], in: 31) == (waits ? [email] : []), "\(email)")
            }
        }
        let narrow = AuditContext(Actor(account: rev, credential: .token(1, .read)), address: nil)
        _ = try await push(company, by: narrow, [(20, all)])
        #expect(try waiting(company, all, in: 20) == all, "a credential that may not review vouches for nobody")
        #expect(try waiting(company, all, in: 99) == [], "no push brought it")
    }

    @Test func whatWaitsIsConfirmedByThePersonOrAReviewer() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        let ben = try await company.person("ben")
        let eve = try await company.person("eve")
        let rev = try await company.person("rev", .reviewer)
        let pushes = company.members.pushes
        let all = ["Ada@Example.org", "2+x@users.noreply.wiki.example", "joe@x.org"]
        let made = try await push(
            company, by: eve.asking, [(10, ["Ada@Example.org", "joe@x.org"]), (11, [all[1], "eve@x.org"]), (12, all)])
        let other = try await push(company, by: ben.asking, [(20, ["joe@x.org"])])
        #expect(try await pushes.unconfirmed().map(\.id) == [other.id, made.id])
        #expect(try await pushes.unconfirmed(for: ada.id).map(\.id) == [made.id])
        #expect(try await pushes.unconfirmed(for: eve.id).isEmpty)
        #expect(try pushes.unconfirmed(among: [id(9), id(10), id(20)]) == [id(10), id(20)])

        // The pusher cannot vouch for others, nor can a stranger or a narrow token.
        let narrow = AuditContext(Actor(account: rev, credential: .token(1, .read)), address: nil)
        for context in [eve.asking, .stranger(address: nil), narrow] {
            await #expect(throws: MemberError.forbidden) { try await pushes.confirm(made.id, by: context) }
        }
        #expect(try await pushes.confirm(made.id, by: ada.asking) == [id(10), id(11), id(12)], "where it may count now")
        #expect(try waiting(company, all, in: 12) == Array(all.dropFirst()))
        #expect(try waiting(company, all, in: 10) == Array(all.dropFirst()))
        _ = try await pushes.confirm(made.id, by: ben.asking)
        #expect(try waiting(company, all, in: 12) == ["joe@x.org"])
        await #expect(throws: MemberError.forbidden) { try await pushes.confirm(made.id, by: ada.asking) }
        #expect(try await pushes.confirm(made.id, isOwn: true, by: rev.asking).isEmpty, "a reviewer's own work is not others'")
        #expect(try await pushes.hasUnconfirmed())
        _ = try await pushes.confirm(made.id, by: rev.asking)
        #expect(try waiting(company, all, in: 12).isEmpty)
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
        let made = try await push(company, by: .stranger(address: nil), [(10, ["joe@x.org", "old@example.org"])])
        let pushes = company.members.pushes
        try await company.members.addresses.claim("old@example.org", for: ada.id, by: ada.asking)
        await #expect(throws: MemberError.forbidden) { try await pushes.confirm(made.id, by: ada.asking) }
        try await company.members.addresses.confirm("old@example.org", of: ada.id, by: .program)
        #expect(try await pushes.unconfirmed(for: ada.id).map(\.id) == [made.id])
        #expect(try await pushes.confirm(made.id, by: ada.asking) == [id(10)])
        #expect(try waiting(company, ["joe@x.org", "old@example.org"], in: 10) == ["joe@x.org"])
    }

    @Test func aPushThatCameToNothingIsForgotten() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@x.org")
        let ben = try await company.person("ben")
        let pushes = company.members.pushes
        let first = try await push(company, by: ada.asking, [(10, ["x@x.org"])])
        try await pushes.withdraw(first.id, by: ada.asking)
        #expect(try await pushes.push(first.id) == nil)
        #expect(try waiting(company, ["x@x.org"], in: 10).isEmpty)
        // A push whose end nobody saw is followed by another with the same commit: the later one brought it.
        _ = try await push(company, by: ada.asking, [(11, ["ada@x.org"])])
        let second = try await push(company, by: ben.asking, [(11, ["ada@x.org"])])
        #expect(second.id == 3)
        #expect(try await pushes.notes(of: [id(11)])[id(11)]?.account == "ben")
        #expect(try waiting(company, ["ada@x.org"], in: 11) == ["ada@x.org"])
        #expect(try await pushes.list().map(\.id) == [3, 2])
        #expect(try await pushes.list(before: 3, limit: 5).map(\.commits) == [0])
    }

    @Test func aThousandCommitsAreOneTransaction() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "x0@x.org")
        let made = try await push(company, by: ada.asking, (1000..<3000).map { ($0, ["x\($0 % 7)@x.org"]) })
        #expect(made.commits == 2000 && made.unconfirmed == 6, "a person stands there once")
        let all = (1000..<3000).map(id)
        #expect(try company.members.pushes.unconfirmed(among: all).count == 2000)
        #expect(try waiting(company, (0..<7).map { "x\($0)@x.org" }, in: 1001) == (1..<7).map { "x\($0)@x.org" })
    }
}
