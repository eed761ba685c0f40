import Glibc
import TestSupport
import Testing

@testable import Community

@Suite struct PasswordRulesTests {
    private let rules = PasswordRules(siteWords: ["Our Lovely Wiki", "wiki.example"], common: KnownPasswords(lists: []))

    @Test(arguments: ["correct horse", "aaaaaaab", "пароль-длинный", "👩‍🔬👩‍🔬👩‍🔬", String(repeating: "ab", count: 128)])
    func anythingLongEnoughIsGood(_ password: String) {
        #expect(rules.problem(with: password, words: ["ada"]) == nil)
    }

    @Test(arguments: [
        ("", PasswordProblem.tooShort(minimum: 8)), ("1234567", .tooShort(minimum: 8)), ("Zoe\u{308}Zoe\u{308}1", .tooShort(minimum: 8)),
        (String(repeating: "ab", count: 128) + "c", .tooLong(maximum: 256)), ("password", .common), ("PassWord1", .common),
        ("qwertyuiop", .common), ("12345678", .common), ("11111111111111111", .common), ("zzzzzzzzzzzz", .common), (" password1 ", .common),
        ("ada.lovelace", .own), ("ADA.Lovelace", .own), ("Augusta Ada", .own), ("ada@example.org", .own), ("our lovely wiki", .own),
        ("WIKI.example", .own),
    ])
    func whatOthersWouldTryFirst(_ password: String, _ problem: PasswordProblem) {
        #expect(rules.problem(with: password, words: ["ada.lovelace", "Augusta Ada", "ada@example.org"]) == problem)
    }

    @Test func aListOfTheSystemIsRead() throws {
        let folder = try TemporaryFolder()
        let list = "\(folder.path)/password.lst"
        let text = "#!comment: a list\r\nHunter2Hunter2\nshort\nannälise99\n\n"
        let file = open(list, O_CREAT | O_WRONLY, 0o600)
        _ = text.utf8.withContiguousStorageIfAvailable { write(file, $0.baseAddress, $0.count) }
        close(file)
        let without = KnownPasswords(lists: ["\(folder.path)/none", folder.path])
        let with = KnownPasswords(lists: ["\(folder.path)/none", list])
        #expect(without.count >= 150)
        #expect(with.count == without.count + 2)
        let rules = PasswordRules(common: with)
        #expect(rules.problem(with: "hunter2hunter2", words: []) == .common)
        #expect(rules.problem(with: "annälise99", words: []) == .common)
        #expect(PasswordRules(common: without).problem(with: "hunter2hunter2", words: []) == nil)
    }

    @Test func theRulesHoldAtEveryDoor() async throws {
        let company = try Company()
        let members = company.members
        try await company.person("root-admin", .admin)
        let ada = try await company.person("ada-lovelace", email: "ada@example.org")
        let invitation = try await members.invitations.invite(
            ["guest@example.org"], role: .reader, expires: company.clock.now + 60, by: .program)[0].secret
        let reset = try await members.links.make(.resetPassword(account: ada.id), by: .program)
        await #expect(throws: MemberError.weakPassword(.common)) {
            try await members.accounts.create(name: "x", displayName: "", email: nil, password: "password", role: .reader, by: .program)
        }
        await #expect(throws: MemberError.weakPassword(.own)) {
            try await members.accounts.register(
                name: "x", displayName: "", email: "stranger@example.org", password: "Stranger@example.org", address: Company.address)
        }
        await #expect(throws: MemberError.weakPassword(.own)) {
            try await members.invitations.accept(
                invitation, name: "x", displayName: "", password: "guest@example.org", address: Company.address)
        }
        await #expect(throws: MemberError.weakPassword(.own)) {
            try await members.accounts.setPassword(of: ada.id, to: "Ada-Lovelace", by: ada.asking)
        }
        await #expect(throws: MemberError.weakPassword(.own)) {
            try await members.links.resetPassword(reset, to: "ada@example.org", address: Company.address)
        }
        await #expect(throws: MemberError.weakPassword(.tooShort(minimum: 8))) {
            try await members.links.resetPassword(reset, to: "short", address: Company.address)
        }
        // A form that was not filled in well uses nothing up.
        #expect(try await members.links.find(reset).used == nil)
        #expect(try await members.invitations.find(invitation).accepted == nil)
        #expect(try await company.login("ada-lovelace").id == ada.id)
    }

    @Test func anotherPasswordEndsTheOtherSessions() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let sessions = company.members.sessions
        let here = try await sessions.begin(account: ada.id, userAgent: "here", address: nil)
        let there = try await sessions.begin(account: ada.id, userAgent: "there", address: nil)
        let reset = try await company.members.links.make(.resetPassword(account: ada.id), by: .program)
        let handle = try #require(try await sessions.find(here)).session.handle
        try await company.members.accounts.setPassword(of: ada.id, to: "another password", keepingSession: handle, by: ada.asking)
        #expect(try await sessions.find(here) != nil)
        #expect(try await sessions.find(there) == nil)
        await #expect(throws: MemberError.notFound) { try await company.members.links.find(reset) }
        await #expect(throws: MemberError.wrongPassword) { try await company.login("ada") }
        #expect(try await company.login("ada", "another password").id == ada.id)
        // Without a session to keep, none is kept: another's handle is none.
        try await company.members.accounts.setPassword(of: ada.id, to: "a third password", by: .program)
        #expect(try await sessions.find(here) == nil)
    }
}
