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

    @Test(arguments: [nil, "", "nonsense"])
    func aDeletionWithoutABaseIsRefused(base: String?) throws {
        var form = try WebForm(try ben.get("/-/delete/Bread"))
        form["base"] = base
        #expect(try ben.post(form).status == 422)
        #expect(try ben.markdown("Bread") == "Flour.\n")
        #expect(try ben.confirm("/-/delete/Bread").status == 303)
    }
}
