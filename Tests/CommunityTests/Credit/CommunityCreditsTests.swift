import Git
import Testing
import WikiCore

@testable import Community

/// Whose work history is, by what people proved and confirmed.
@Suite struct CommunityCreditsTests {
    private func commit(_ number: UInt8) throws -> ObjectID { try #require(ObjectID(bytes: [UInt8](repeating: number, count: 20))) }

    /// Runs something that blocks on a thread of its own.
    private func asking<Value: Sendable>(_ company: Company, _ body: @escaping @Sendable (CommunityCredits) throws -> Value) async throws
        -> Value
    {
        let credits = CommunityCredits(company.members)
        let wiki = try await AccessWiki()
        return try await wiki.wiki.read { _ in try body(credits) }
    }

    @Test func addressesCountOnceProved() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "Ada@Example.org")
        let ben = try await company.person("ben")
        try await company.members.addresses.claim("old@example.org", for: ben.id, by: ben.asking)
        let addresses = [
            "ada@example.org", "ADA@EXAMPLE.ORG", "old@example.org", "nobody@example.org", "", "1+ada@users.noreply.wiki.example",
            "1+oldname@Users.Noreply.Wiki.Example", "2+x@users.noreply.wiki.example", "9+x@users.noreply.wiki.example",
            "ada@users.noreply.wiki.example", "01+ada@users.noreply.wiki.example", "1@users.noreply.wiki.example",
            "1+ada@users.noreply.elsewhere.example", "-1+ada@users.noreply.wiki.example",
            "99999999999999999999+x@users.noreply.wiki.example",
        ]
        let names = try await asking(company) { credits in try addresses.map { try credits.credit(email: $0)?.name } }
        #expect(names == ["ada", "ada", nil, nil, nil, "ada", "ada", "ben", nil, nil, nil, nil, nil, nil, nil])
        let account = try await asking(company) { try $0.credit(email: "ada@example.org") }
        #expect(account == CreditedAccount(id: ada.id, name: "ada", displayName: "ADA"))
        try await company.members.addresses.confirm("old@example.org", of: ben.id, by: .program)
        #expect(try await asking(company) { try $0.credit(email: "old@example.org")?.id } == ben.id)
    }

    @Test func namesOfAccountsAreKnownAsAddressesReadThem() async throws {
        let company = try Company()
        try await company.person("ada_b")
        let gone = try await company.person("ben")
        try await company.members.accounts.delete(gone.id, by: .program)
        let keys = ["Ada B", "ADA-b", "ada_b", "ben", "ada", "", "Bèn"].map { PersonName($0).key }
        #expect(
            try await asking(company) { credits in try keys.map { try credits.isAccountName($0) } } == [
                true, true, true, true, false, false, true,
            ])
    }

    @Test func pushedCommitsWaitForAWord() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        let lead = try await company.person("lead", email: "lead@example.org")
        let (own, foreign, unknown) = (try commit(1), try commit(2), try commit(3))
        let people = [own: "lead@example.org", foreign: "ada@example.org"].mapValues { CommitPerson(name: "N", email: $0) }
        let commits = people.map { PushedCommit(id: $0, people: [$1]) }
        let push = try await company.members.pushes.record(name: "lead", old: nil, new: foreign, commits: commits, by: lead.asking)
        let waiting = { @Sendable (credits: CommunityCredits) in
            let together = try credits.unconfirmed(among: [own, foreign, unknown])
            let apart = try Set(people.filter { try credits.isUnconfirmed(email: $1.email, in: $0) }.keys)
            #expect(together.isSuperset(of: apart) && !together.contains(unknown))
            return apart
        }
        #expect(try await asking(company, waiting) == [foreign])
        #expect(try await Set(company.members.pushes.confirm(push.id, by: ada.asking)) == [own, foreign])
        #expect(try await asking(company, waiting) == [])
    }

    /// From the push to the list of people, through the index of a wiki.
    @Test func theIndexShowsIt() async throws {
        let company = try Company()
        let ada = try await company.person("ada", email: "ada@example.org")
        let lead = try await company.person("lead")
        let wiki = try await AccessWiki(credits: CommunityCredits(company.members))
        func author(_ commit: ObjectID) async throws -> String? {
            try await wiki.wiki.read { snapshot in
                try snapshot.index.commit(commit).map { "\($0.author) \($0.account ?? "-")\($0.isUnconfirmed ? " ?" : "")" }
            }
        }
        let direct = try await wiki.commit(["a.txt": [1]], author: ("Git Ada", "ada@example.org"))
        #expect(try await author(direct) == "ADA ada")
        // The push is written down before the branch moves.
        let pushed = try await wiki.wiki.edits.takeTurn { tip in
            let repository = try Repository(directory: wiki.data.repository)
            let old = try #require(tip)
            let signature = Signature(name: "Git Ada", email: "ada@example.org", time: 1)
            let commit = try repository.writeCommit(
                tree: repository.commit(old).tree, parents: [old], author: signature, committer: signature, message: "Pushed\n")
            let commits = [PushedCommit(id: commit, people: [CommitPerson(name: "Git Ada", email: "ada@example.org")])]
            try await company.members.pushes.record(name: "lead", old: old, new: commit, commits: commits, by: lead.asking)
            try wiki.wiki.branch.move(from: old, to: commit)
            return commit
        }
        #expect(try await author(pushed) == "Git Ada - ?")
        let confirmed = try await company.members.pushes.confirm(1, by: ada.asking)
        try await wiki.wiki.rejoinCredits(commits: confirmed)
        #expect(try await author(pushed) == "ADA ada")
        _ = try await company.members.accounts.setDisplayName("Ada Lovelace", of: ada.id, by: ada.asking)
        try await wiki.wiki.rejoinCredits(account: ada.id)
        #expect(try await author(direct) == "Ada Lovelace ada")
        try await company.members.accounts.delete(ada.id, by: ada.asking)
        try await wiki.wiki.rejoinCredits(account: ada.id)
        #expect(try await author(pushed) == "Git Ada -")
    }
}
