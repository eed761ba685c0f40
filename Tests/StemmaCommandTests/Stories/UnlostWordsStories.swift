import Glibc
import Testing

/// When the wiki itself is in trouble, what somebody wrote comes back, or the page says where it still is.
@Suite("No trouble costs a word")
struct UnlostWordsStories {
    private static func text(of answer: Answer) -> String? {
        answer.html.textarea("markdown").map { String(decoding: $0, as: UTF8.self).replacing("\r\n", with: "\n") }
    }

    @Test func aTextWhoseOldOneCannotBeRead() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        try ada.saves("Page", "Old words.\n")
        var form = try ada.editForm("Page")
        form.write("New words.\n", author: "Ada")
        try wiki.stop()
        let script = """
            cd "$1" && mkdir away && mv objects/pack away/ && mkdir objects/pack
            for pack in away/pack/*.pack; do test ! -e "$pack" || git unpack-objects -q < "$pack"; done
            rm -f "objects/$2/$3"
            """
        let id = try wiki.git.id("HEAD:Page.md")
        _ = try ChildProcess("sh", ["-c", script, "sh", wiki.git.path, String(id.prefix(2)), String(id.dropFirst(2))]).wait()
        #expect(try !wiki.git.attempt("cat-file", "-e", id), "the old text is gone")
        try wiki.start()
        ada.host = "localhost:\(wiki.port)"
        let answer = try ada.post(form)
        #expect(answer.status >= 500)
        #expect(Self.text(of: answer) == "New words.\n")
        #expect(try WebForm(answer)["author"] == "Ada")
        #expect(try WebForm(answer)["base"] == form["base"])
        #expect(wiki.log(containing: "cause").contains("cause"), "the log knows why")
    }

    @Test func aPreviewForWhichThereIsNoTimeNow() throws {
        let wiki = try RunningWiki(environment: ["STEMMA_LIMITS_COSTLY_VIEWS": "1"])
        let ada = Visitor(wiki)
        // It takes most of a second, and is refused by no bound.
        let slow = String(repeating: "![[]()", count: 20_000)
        var waiting: [(text: String, request: PendingRequest)] = []
        var form = try ada.editForm("Page")
        form.action = form.otherActions[0]
        for number in 1...100 {
            form.write("Words \(number)\n\n\(slow)")
            waiting.append((form["markdown"] ?? "", try PendingRequest(ada, form)))
        }
        // One is worked on, 64 stand in line, the rest hears so at once.
        var refused = 0
        let deadline = ContinuousClock.now + .seconds(60)
        while refused == 0, ContinuousClock.now < deadline {
            usleep(10_000)
            let answered = waiting.filter { $0.request.isAnswered }
            waiting.removeAll { item in answered.contains { $0.request === item.request } }
            for (text, request) in answered {
                let answer = try request.answer()
                guard answer.status == 503 else { continue }
                refused += 1
                #expect(Self.text(of: answer) == text)
                #expect(answer.text.contains("data-problem=\"busy\"") && answer["retry-after"] != nil)
            }
        }
        #expect(refused > 0)
    }

    @Test func aTextForWhichThereIsNoRoomNow() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        var form = try ada.editForm("Page")
        form.write(String(repeating: "ä", count: 1_000_000))
        // Five bodies that never end take most of what one address may hold.
        let body = [UInt8](repeating: UInt8(ascii: "a"), count: 12_500_000)
        let held = try (1...5).map { _ in
            let connection = try WebConnection(port: wiki.port)
            connection.send(
                "POST /-/edit/Page HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 12600000\r\n\r\nmarkdown=")
            connection.send(body)
            return connection
        }
        var answer = try ada.post(form)
        for _ in 1...100 where answer.status != 503 {
            usleep(20_000)
            answer = try ada.post(form)
        }
        #expect(answer.status == 503)
        #expect(answer.html.plain.contains("go back to it in your browser"))
        #expect(answer["retry-after"] != nil)
        withExtendedLifetime(held) {}
    }
}
