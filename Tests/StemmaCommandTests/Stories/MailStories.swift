import Testing

/// What a wiki does by mail, with a real mail server.
@Suite("Letters", .enabled(if: RunningMail.isInstalled, "needs Debian's python3-aiosmtpd"))
struct MailStories {
    private let mail: RunningMail
    private let wiki: RunningWiki

    init() throws {
        mail = try RunningMail()
        wiki = try RunningWiki(settings: "editing: accounts\nregistration: open\n\(mail.settings)")
    }

    private func visitor(_ name: String? = nil) throws -> Visitor {
        let visitor = Visitor(wiki)
        visitor.host = "wiki.example.org"
        if let name { try visitor.logsIn(name) }
        return visitor
    }

    /// The link in a letter.
    private func link(_ kind: String, in letter: JSONText) throws -> String {
        let body = try #require(letter["body"]?.text)
        let start = try #require(body.firstRange(of: "http://wiki.example.org/-/\(kind)/"), "\(body)").lowerBound
        return String(body[start...].prefix { !$0.isWhitespace })
    }

    @Test func invitations() throws {
        try wiki.add("ada", "admin")
        let ada = try visitor("ada")
        let said = try ada.fills(
            "/-/admin/invitations",
            ["addresses": "Ben <ben@example.org>\ncarl@example.org", "role": "contributor", "note": "Come and bake."])
        #expect(said.html.plain.contains("The letters are on their way.") && said.secrets.isEmpty)
        let letters = try mail.letters(2)
        #expect(letters.compactMap { $0["to"]?[0]?.text }.sorted() == ["ben@example.org", "carl@example.org"])
        let letter = try #require(letters.first { $0["to"]?[0]?.text == "ben@example.org" })
        #expect(letter["subject"]?.text == "ada invites you to Garden")
        #expect(
            letter["body"]?.text?.contains("Come and bake.") == true && letter["body"]?.text?.contains("stays there in every copy") == true)
        let guest = try visitor()
        let accepted = try guest.fill(
            try link("invitation", in: letter), ["name": "ben", "displayName": "Ben", "password": RunningWiki.password])
        #expect(accepted.status == 303)
        let listed = try wiki.stemma(["user", "list"], ["ben"]).text
        #expect(listed.contains("ben@example.org") && !listed.contains("(?)"), "a link that came by mail proves the address")
        #expect(try visitor().login("ben@example.org").status == 303)
    }

    @Test func aForgottenPassword() throws {
        try wiki.add("ben")
        func ask(_ name: String) throws -> Answer { try visitor().fill("/-/forgotten", ["name": name]) }
        let answers = try ["ben", "nobody", "ben@example.org", "nobody@example.org"].map { try ask($0) }
        for answer in answers {
            #expect(answer.status == 200 && answer.html.plain == answers[0].html.plain, "nobody learns who has an account")
        }
        #expect(answers[0].html.plain.contains("a link is on its way"))
        let letters = try mail.letters(2)
        #expect(letters.allSatisfy { $0["to"]?[0]?.text == "ben@example.org" })
        let (first, second) = (try link("reset", in: letters[0]), try link("reset", in: letters[1]))
        #expect(try visitor().get(first).status == 404, "the newer letter counts")
        #expect(try visitor().get(second).status == 200)
        #expect(try visitor().get(second).status == 200, "machines look into letters, too")
        #expect(try visitor().fill(second, ["password": "quite other quiet words"]).status == 303)
        #expect(try visitor().login("ben", "quite other quiet words").status == 303)
        #expect(try (1...5).map { _ in try ask("ben").status }.contains(429), "nobody's box is filled")
    }

    @Test func anotherAddress() throws {
        try wiki.add("ben")
        try wiki.add("eve")
        let ben = try visitor("ben")
        let said = try ben.fills(
            "/-/settings/address", to: "/-/settings/address", ["email": "new@example.org", "current": RunningWiki.password])
        #expect(said.html.plain.contains("A letter is on its way."))
        let letter = try mail.letters(1)[0]
        #expect(letter["to"]?[0]?.text == "new@example.org")
        let proof = try link("confirm", in: letter)
        #expect(try visitor().get(proof).status == 303, "whoever reads the letter has to be logged in")
        #expect(try visitor("eve").get(proof).status == 404, "as the one who asked for it")
        #expect(try ben.get(proof).status == 200)
        #expect(try visitor().login("new@example.org").status == 403, "looking proves nothing")
        try ben.fills(proof)
        #expect(try visitor().login("new@example.org").status == 303)
        #expect(try ben.get(proof).status == 404)
    }

    @Test func registering() throws {
        try wiki.add("ada")
        let pages = try [("quince", "quince@example.org"), ("medlar", "ada@example.org")].map { name, email in
            let guest = try visitor()
            return try guest.fills("/-/register", ["name": name, "email": email, "password": RunningWiki.password]).html.plain
                .replacing(name, with: "NAME")
        }
        #expect(pages[0] == pages[1], "who registers does not learn whose an address is")
        let letters = try mail.letters(2)
        let known = try #require(letters.first { $0["to"]?[0]?.text == "ada@example.org" })
        #expect(known["subject"]?.text == "Garden: you have an account already" && known["body"]?.text?.contains("ada") == true)
        let fresh = try #require(letters.first { $0["to"]?[0]?.text == "quince@example.org" })
        try visitor("quince").fills(try link("confirm", in: fresh))
        #expect(try visitor().login("quince@example.org").status == 303)
    }

    @Test func noLetterIsAnError() throws {
        let deaf = try RunningWiki(
            settings: "editing: accounts\nsite:\n  url: http://wiki.example.org/\nmail:\n  host: 127.0.0.1\n  port: 1\n  security: none\n")
        try deaf.add("ben")
        let guest = Visitor(deaf)
        guest.host = "wiki.example.org"
        #expect(try guest.fill("/-/forgotten", ["name": "ben"]).html.plain.contains("a link is on its way"))
        #expect(deaf.log(containing: "letter").contains("letter"), "the log tells whoever runs the wiki")
        #expect(try deaf.stop().code == 0)
    }
}
