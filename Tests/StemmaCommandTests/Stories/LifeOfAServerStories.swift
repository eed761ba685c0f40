import Glibc
import Testing

/// Starting, stopping and falling over: what was acknowledged is there.
@Suite("The life of a server")
struct LifeOfAServerStories {
    /// Sends the forms of some people at once, round after round, until the server answers no more; gives what it acknowledged.
    /// - Parameter signal: sent while the forms of the sixth round are on their way.
    private func saveUntilItEnds(_ wiki: RunningWiki, people: Int, signal: Int32) throws -> [String: String] {
        var acknowledged: [String: String] = [:]
        let visitors = (0..<people).map { _ in Visitor(wiki) }
        for round in 1...20 {
            let pages = visitors.indices.map { "Page-\(round)-\($0)" }
            guard let forms = try? zip(visitors, pages).map({ try $0.editForm($1) }) else { break }
            var requests: [(page: String, text: String, request: PendingRequest)] = []
            for (index, var form) in forms.enumerated() {
                form.write("Words of \(index) in round \(round).\n")
                requests.append((pages[index], form["markdown"] ?? "", try PendingRequest(visitors[index], form)))
            }
            if round == 6 { wiki.send(signal) }
            for (page, text, request) in requests where (try? request.answer())?.status == 303 { acknowledged[page] = text }
        }
        return acknowledged
    }

    private func expectAllThere(_ wiki: RunningWiki, _ acknowledged: [String: String]) throws {
        #expect(acknowledged.count >= 40)
        #expect(try wiki.git.run("fsck", "--strict").code == 0)
        for (page, text) in acknowledged { #expect(try wiki.git.text("\(page).md") == text) }
        try wiki.start()
        let visitor = Visitor(wiki)
        for (page, text) in acknowledged { #expect(try visitor.get("/\(page)?raw").text == text) }
        try visitor.saves("After", "It goes on.\n")
        #expect(try wiki.stop().code == 0)
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func anOrderlyEndWhileManySave(signal: Int32) throws {
        let wiki = try RunningWiki()
        let acknowledged = try saveUntilItEnds(wiki, people: 8, signal: signal)
        #expect(try wiki.waitUntilStopped().code == 0)
        try expectAllThere(wiki, acknowledged)
    }

    @Test func itEndsWithinFiveSecondsWhateverIsUnderWay() throws {
        let wiki = try RunningWiki()
        let people = (0..<12).map { _ in Visitor(wiki) }
        try people[0].saves("Before", "Words before the end.\n")
        let slow = String(repeating: "![[]()", count: 20_000) + "\n"
        var pending: [(page: String, text: String, request: PendingRequest)] = []
        for (index, person) in people.enumerated() {
            var form = try person.editForm("Page-\(index)")
            form.write(index.isMultiple(of: 2) ? "Quick words of \(index).\n" : "Slow words of \(index).\n\n\(slow)")
            pending.append(("Page-\(index)", form["markdown"] ?? "", try PendingRequest(person, form)))
        }
        let half = try WebConnection(port: wiki.port)
        half.send("POST /-/edit/A HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf")
        let start = ContinuousClock.now
        wiki.send(SIGTERM)
        #expect(try wiki.waitUntilStopped().code == 0)
        #expect(ContinuousClock.now - start < .seconds(5))
        let acknowledged = pending.filter { (try? $0.request.answer())?.status == 303 }
        try wiki.start()
        let visitor = Visitor(wiki)
        #expect(try visitor.get("/Before?raw").text == "Words before the end.\n")
        for (page, text, _) in acknowledged {
            let kept = try visitor.get("/\(page)?raw").text
            #expect(kept.hasPrefix(text.prefix { $0 != "." }), "\(page)")
        }
        withExtendedLifetime(half) {}
    }

    @Test func aSuddenEndWhileManySave() throws {
        let wiki = try RunningWiki()
        let acknowledged = try saveUntilItEnds(wiki, people: 8, signal: SIGKILL)
        #expect(try wiki.waitUntilStopped().code == 128 + SIGKILL)
        try expectAllThere(wiki, acknowledged)
    }

    @Test func manyPeopleAtOnePage() throws {
        let wiki = try RunningWiki()
        try Visitor(wiki).saves("List", "# List\n\nThe end.\n")
        let people = (0..<8).map { _ in Visitor(wiki) }
        var saved: [String] = []
        for round in 1...5 {
            var requests: [(line: String, request: PendingRequest)] = []
            let forms = try people.map { try $0.editForm("List") }
            for (person, var form) in forms.enumerated() {
                let line = "Line \(round) of \(person)."
                form["markdown"] = form["markdown"]?.replacing("\nThe end.", with: "\n\(line)\n\nThe end.")
                requests.append((line, try PendingRequest(people[person], form)))
            }
            for (line, request) in requests where try request.answer().status == 303 { saved.append(line) }
        }
        let text = try wiki.git.text("List.md")
        #expect(saved.count == 40, "additions at one place are all kept")
        for line in saved { #expect(text.split(separator: "\n").filter { $0 == line }.count == 1, "\(line)") }
        #expect(try wiki.git.subjects().count == saved.count + 2)
        #expect(try wiki.git.run("rev-list", "--merges", "HEAD").output.isEmpty, "one chain")
    }

    @Test func openConnectionsDoNotKeepItFromEnding() throws {
        let wiki = try RunningWiki()
        let idle = try (1...20).map { _ in try WebConnection(port: wiki.port) }
        idle[0].send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try idle[0].readAnswer().status == 200)
        idle[1].send("POST /-/edit/A HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf")
        idle[2].send("GET / HT")
        #expect(try wiki.stop().code == 0)
        withExtendedLifetime(idle) {}
    }

    @Test func aLineOfTheLogNamesTheRequestAndNoSecret() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        let answer = try ada.get("/-/search?q=verysecretquery")
        let id = try #require(answer["x-request-id"])
        try ada.saves("Secret-Page", "verysecrettext\n", summary: "verysecretsummary", author: "verysecretname")
        let token = try #require(ada.cookies["stemma-csrf"])
        let last = try #require(try ada.get("/%0AInjected?verysecretquery=1", ("Authorization", "Bearer verysecrettoken"))["x-request-id"])
        let log = wiki.log(containing: last)
        #expect(log.split(separator: "\n").contains { $0.contains(id) && $0.contains("/-/search") })
        #expect(!log.contains("verysecret") && !log.contains(token))
        #expect(log.split(separator: "\n").allSatisfy { !$0.hasPrefix("Injected") })
        #expect(try wiki.stop().lines.count == 2, "standard output is for people: where the wiki is, and how its first admin comes in")
    }

    @Test func noWorkerOutlivesTheServer() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        try ada.saves("Page", "Text\n")
        let server = wiki.processID
        let children = try ChildProcess("pgrep", ["-P", "\(server)"]).wait().lines.compactMap { pid_t($0) }
        try wiki.killNow()
        for child in children {
            let gone = (1...2000).contains { _ in
                usleep(5000)
                return kill(child, 0) != 0
            }
            #expect(gone, "worker \(child) lives on")
        }
    }

    @Test func aProgramThatWasInstalledElsewhere() throws {
        let place = try TemporaryFolder()
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        let program = try #require(StemmaProgram.path)
        let prefix = place.path("prefix")
        // Twice: what an older version left is replaced.
        for _ in 1...2 {
            let install = try ChildProcess(
                "\(root)/scripts/install", [], environment: ["PREFIX": prefix, "DESTDIR": "", "STEMMA_TEST_PROGRAM": program]
            ).wait()
            #expect(install.code == 0, "\(install.errors)")
            #expect(install.text.contains("Installed \(prefix)/bin/stemma"))
            #expect(place.read("prefix/share/stemma/Themes/left-over") == nil)
            try place.write("prefix/share/stemma/Themes/left-over", "x")
        }
        #expect(TemporaryFolder.names("\(prefix)/share/stemma") == ["Themes", "Wiki"])
        let reword = #"s/"Recent changes"/"Changes of late"/"#
        _ = try ChildProcess("sed", ["-i", reword, "\(prefix)/share/stemma/Themes/locales/en.yaml"]).wait()
        let installed = try ChildProcess("\(prefix)/bin/stemma", ["serve", place.path("wiki"), "--port", "0"], directory: "/")
        let line = try installed.wait(for: "is ready: http://localhost:")
        let port = try #require(line.split(separator: ":").last.flatMap { Int($0.prefix { $0.isNumber }) })
        for address in ["/", "/-/help/", "/-/assets/stemma.css", "/-/recent"] {
            let connection = try WebConnection(port: port)
            connection.send("GET \(address) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            let answer = try connection.readAnswer()
            #expect(answer.status == 200, "\(address)")
            if address == "/" { #expect(answer.text.contains("Changes of late"), "it reads what was installed beside it") }
        }
        installed.signal(SIGTERM)
        #expect(try installed.wait().code == 0)
        _ = try ChildProcess("rm", ["-rf", "\(prefix)/share"]).wait()
        let bare = try ChildProcess("\(prefix)/bin/stemma", ["serve", place.path("wiki"), "--port", "0"], directory: "/").wait()
        bare.expectRefusal(74, saying: "themes are missing")
    }
}
