import Testing

/// Deleting, restoring, undoing: what is confirmed is what was shown, whatever happens between question and answer.
@Suite("What is confirmed is what was shown")
struct ConfirmationStories {
    private let wiki: RunningWiki
    private let ada: Visitor
    private let ben: Visitor

    init() throws {
        wiki = try RunningWiki()
        ada = Visitor(wiki)
        ben = Visitor(wiki)
        try ada.saves("Bread", "Flour.\n")
    }

    @Test func aRefusedDeletionKeepsItsBase() throws {
        var form = try WebForm(try ben.get("/-/delete/Bread"))
        form["summary"] = String(repeating: "s", count: 501)
        let refused = try ben.post(form)
        #expect(refused.status == 422)
        try ada.saves("Bread", "Flour, and an hour of work.\n")
        var again = try WebForm(refused)
        again["summary"] = "Away with it"
        #expect(try ben.post(again).status == 409)
        again["csrf"] = "AAAAAAAAAAAAAAAAAAAAAA"
        let stale = try ben.post(again)
        #expect(stale.status == 403)
        #expect(try ben.post(try WebForm(stale)).status == 409)
        #expect(try ben.markdown("Bread") == "Flour, and an hour of work.\n")
    }

    @Test func aRestorationOfAPageThatChangedSinceAsksAgain() throws {
        let first = try wiki.git.id()
        try ada.saves("Bread", "Flour and water.\n")
        let form = try WebForm(try ben.get("/-/restore/Bread?rev=\(first)"))
        try ada.saves("Bread", "Flour and water, and an hour of work.\n")
        let refused = try ben.post(form)
        #expect(refused.status == 409)
        #expect(refused.html.plain.contains("an hour of work"), "what would change now is shown")
        #expect(try ben.markdown("Bread") == "Flour and water, and an hour of work.\n")
        #expect(try ben.post(try WebForm(refused)).status == 303)
        #expect(try ben.markdown("Bread") == "Flour.\n")
        var bare = try WebForm(try ben.get("/-/restore/Bread?rev=\(first)"))
        bare["base"] = nil
        #expect(try ben.post(bare).status == 422)
    }

    @Test func aRestorationOfAPageThatWasDeletedSinceAsksAgain() throws {
        let first = try wiki.git.id()
        try ada.saves("Bread", "Flour and water.\n")
        let form = try WebForm(try ben.get("/-/restore/Bread?rev=\(first)"))
        #expect(try ada.confirm("/-/delete/Bread").status == 303)
        let refused = try ben.post(form)
        #expect(refused.status == 409)
        #expect(try ben.get("/Bread").status == 404)
        #expect(try ben.post(try WebForm(refused)).status == 303)
        #expect(try ben.markdown("Bread") == "Flour.\n")
    }

    @Test(arguments: [nil, "", "nonsense"] as [String?])
    func aDeletionWithoutABaseIsRefused(base: String?) throws {
        var form = try WebForm(try ben.get("/-/delete/Bread"))
        form["base"] = base
        #expect(try ben.post(form).status == 422)
        #expect(try ben.markdown("Bread") == "Flour.\n")
        #expect(try ben.confirm("/-/delete/Bread").status == 303)
    }
}
