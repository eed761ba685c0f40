import Testing

@testable import Community

@Suite struct AccountNameTests {
    @Test(arguments: ["a", "ada", "ada-l", "ada_l", "a.l", "a1", "x--y__z", "ada-", String(repeating: "a", count: 40)])
    func good(_ name: String) {
        #expect(AccountName.problem(with: name) == nil)
    }

    @Test(arguments: [
        ("", AccountName.Problem.empty), (String(repeating: "a", count: 41), .tooLong(limit: 40)), ("Ada", .character),
        ("ad a", .character),
        ("ada\n", .character), ("ada\u{0}", .character), ("adé", .character), ("аda", .character), ("ada/x", .character),
        ("ada@x", .character), ("ａda", .character), ("1ada", .leadingCharacter), ("-ada", .leadingCharacter),
        (".git", .leadingCharacter), ("_ada", .leadingCharacter), ("ada.", .dots), ("a..b", .dots), ("admin", .reserved),
        ("wiki", .reserved), ("anonymous", .reserved), ("me", .reserved), ("new", .reserved), ("login", .reserved), ("stemma", .reserved),
    ])
    func bad(_ name: String, _ problem: AccountName.Problem) {
        #expect(AccountName.problem(with: name) == problem)
    }

    @Test func onlyTheWikisOwnerTakesReservedNames() async throws {
        let company = try Company()
        let admin = try await company.person("admin", .admin)
        #expect(admin.name == "admin")
        await #expect(throws: MemberError.badName(.reserved)) {
            try await company.members.accounts.create(
                name: "root", displayName: "", email: nil, password: nil, role: .admin, by: admin.asking)
        }
        await #expect(throws: MemberError.badName(.character)) { try await company.person("Root") }
    }

    @Test func aNameIsFoundHoweverItIsWritten() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        for spelling in ["ada", "ADA", " Ada\n"] {
            #expect(try await company.members.accounts.account(name: spelling) == ada)
        }
        // Two letters that other rules for case would make one of these.
        for stranger in ["adа", "ada\u{301}", "ａｄａ", "ad", ""] {
            #expect(try await company.members.accounts.account(name: stranger) == nil)
        }
    }
}
