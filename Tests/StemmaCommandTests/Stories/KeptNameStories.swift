import Testing

/// What a history holds already never refuses a push.
@Suite("Odd names that are there already")
struct KeptNameStories {
    @Test func theyArePushedOn() throws {
        var history = HandmadeHistory()
        let names = OddNameStories.names.filter { !$0.contains(UInt8(ascii: "/")) }
        history.commit(
            bytes: [(Array("Home.md".utf8), .text("Home\n"))] + names.map { ($0 + Array(".md".utf8), .text("Old.\n")) }
                + [(Array("home.md".utf8), .text("A twin.\n")), (Array("Link.md".utf8), .link("Home.md"))],
            message: Array("Begin".utf8), author: Array("Ada <a@b.c>".utf8))
        let wiki = try RunningWiki(history, settings: "editing: accounts\n")
        try wiki.add("ben")
        let ben = try wiki.clone(as: "ben", "--no-checkout")

        let elsewhere = try ben.commit(tree: ben.tree(with: ("100644", Array("New.md".utf8), ben.blob("New.\n"))))
        #expect(try ben.outcome("push", "origin", "\(elsewhere):refs/heads/main").code == 0, "a push that touches none of them")

        var tip = elsewhere
        let text = try ben.blob("New.\n")
        for name in names + [Array("home".utf8)] {
            tip = try ben.commit(tree: ben.tree(of: tip, with: ("100644", name + Array(".md".utf8), text)), onto: tip)
        }
        let pushed = try ben.outcome("push", "origin", "\(tip):refs/heads/main")
        #expect(pushed.code == 0, "a push that changes each of them: \(pushed.errors)")
        #expect(try wiki.git.id() == tip)
        #expect(try Visitor(wiki).get("/What%3F").html.plain.contains("New."))

        let worse = try ben.commit(tree: ben.tree(of: tip, with: ("100644", Array("back\\slash too.md".utf8), text)), onto: tip)
        try wiki.expectRefused("back\\\\slash too.md in commit") { try ben.outcome("push", "origin", "\(worse):refs/heads/main") }
    }
}
