import Glibc
import Testing

/// HTTP as it is spoken by careful clients, careless ones, and hostile ones.
@Suite("HTTP")
struct HTTPStories {
    private let wiki: RunningWiki
    private let visitor: Visitor

    init() throws {
        wiki = try RunningWiki()
        visitor = Visitor(wiki)
    }

    @Test func headIsGetWithoutABody() throws {
        try visitor.saves("Page", "Text\n")
        try wiki.followsAuthors()
        for address in [
            "/", "/Page", "/Page?raw", "/-/recent", "/-/history/Page", "/-/edit/Page", "/-/assets/stemma.css", "/-/help/", "/Nobody",
            "/-/feed/recent",
        ] {
            let (get, head) = (try visitor.get(address), try visitor.head(address))
            #expect(head.status == get.status, "\(address)")
            #expect(head["content-length"] == get["content-length"], "\(address)")
            #expect(head["content-type"] == get["content-type"], "\(address)")
            #expect(head["etag"] == get["etag"], "\(address)")
        }
        let connection = try WebConnection(port: wiki.port)
        connection.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /Page?raw HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        #expect(try connection.readAnswer(hasBody: false).status == 200)
        #expect(try connection.readAnswer().text == "Text\n", "nothing of a body was sent before")
    }

    @Test func tagsSayWhetherSomethingChanged() throws {
        try visitor.saves("Page", "Text\n")
        try wiki.followsAuthors()
        for address in ["/", "/Page", "/Page?raw", "/Page.md", "/-/assets/stemma.css", "/-/feed/recent", "/-/help/"] {
            let tag = try #require(try visitor.get(address)["etag"], "\(address)")
            #expect(!tag.hasPrefix("W/"))
            let again = try visitor.get(address, ("If-None-Match", tag))
            #expect(again.status == 304 && again.body.isEmpty, "\(address)")
            #expect(again["etag"] == tag)
            #expect(try visitor.get(address, ("If-None-Match", "\"x\", \(tag)")).status == 304)
            #expect(try visitor.get(address, ("If-None-Match", "*")).status == 304)
            let packed = try visitor.get(address, ("Accept-Encoding", "gzip"))
            if let other = packed["etag"], packed["content-encoding"] == "gzip" { #expect(other != tag, "two sets of bytes, two tags") }
        }
        let old = try #require(try visitor.get("/Page")["etag"])
        try visitor.saves("Page", "Other text\n")
        try wiki.followsAuthors()
        let new = try visitor.get("/Page", ("If-None-Match", old))
        #expect(new.status == 200 && new["etag"] != old)
        try visitor.saves("_Sidebar", "[[Page]] and more\n")
        #expect(try visitor.get("/Page", ("If-None-Match", new["etag"] ?? "")).status == 200, "a new sidebar makes a new page")
    }

    @Test func gzipIsTheSameText() throws {
        try visitor.saves("Long", String(repeating: "A line of text. ", count: 2000))
        try wiki.followsAuthors()
        for address in ["/Long", "/Long?raw", "/-/assets/stemma.css", "/-/recent", "/-/help/"] {
            let plain = try visitor.get(address)
            #expect(plain["content-encoding"] == nil)
            #expect(plain["vary"]?.lowercased().contains("accept-encoding") == true || address == "/-/recent", "\(address)")
            for wish in ["gzip", "deflate, gzip;q=0.5", "*", "x-gzip"] {
                let packed = try visitor.get(address, ("Accept-Encoding", wish))
                guard packed["content-encoding"] == "gzip" else {
                    #expect(packed.body == plain.body || address == "/-/recent", "\(address) \(wish)")
                    continue
                }
                let unpacked = try ChildProcess("gzip", ["-dc"], input: packed.body).wait()
                #expect(unpacked.output == plain.body, "\(address) \(wish)")
            }
            #expect(try visitor.get(address, ("Accept-Encoding", "gzip;q=0")).body == plain.body || address == "/-/recent")
            #expect(try visitor.get(address, ("Accept-Encoding", "identity")).body == plain.body || address == "/-/recent")
        }
        #expect(try visitor.get("/Long", ("Accept-Encoding", "gzip"))["content-encoding"] == "gzip")
    }

    @Test func readersWithoutCookiesGetTheirEncodingToo() throws {
        try visitor.saves("Long", String(repeating: "A line of text. ", count: 2000))
        for (address, first) in [("/Long", nil), ("/Formatting", "gzip")] as [(String, String?)] {
            // Whoever comes first decides nothing for those who follow.
            let reader = Visitor(wiki)
            _ = try reader.get(address, ("Accept-Encoding", first ?? "identity"))
            for _ in 1...3 {
                let packed = try reader.get(address, ("Accept-Encoding", "gzip, deflate, br"))
                #expect(packed["content-encoding"] == "gzip", "\(address)")
                let plain = try reader.get(address)
                #expect(plain["content-encoding"] == nil, "\(address)")
                #expect(try ChildProcess("gzip", ["-dc"], input: packed.body).wait().output == plain.body, "\(address)")
            }
            #expect(reader.cookies.isEmpty)
        }
    }

    @Test func methodsThatAnAddressDoesNotTake() throws {
        for (method, address) in [
            ("POST", "/"), ("DELETE", "/Home"), ("PUT", "/Home"), ("POST", "/-/recent"), ("PATCH", "/-/edit/Home"),
            ("DELETE", "/-/edit/Home"), ("POST", "/-/search"),
            ("POST", "/-/help/"), ("TRACE", "/"), ("OPTIONS", "/"), ("PROPFIND", "/"), ("POST", "/Home"),
        ] {
            let answer = try visitor.send(method, address, [], [])
            #expect([404, 405, 501].contains(answer.status), "\(method) \(address): \(answer.status)")
            if answer.status == 405 { #expect(answer["allow"]?.isEmpty == false, "\(method) \(address)") }
            CrawlStories.expectHeaders(answer, address)
        }
        #expect(try wiki.git.subjects().count == 1)
    }

    @Test func manyRequestsOnOneConnection() throws {
        let connection = try WebConnection(port: wiki.port)
        for round in 1...20 {
            connection.send("GET /\(round % 2 == 0 ? "" : "Formatting") HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(try connection.readAnswer().status == 200)
        }
        connection.send(String(repeating: "GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 10))
        for _ in 1...10 { #expect(try connection.readAnswer().status == 200) }
    }

    /// Bytes that are no proper HTTP, and what may come of them.
    static let hostile: [(String, [Int])] = [
        ("GET / HTTP/1.1\r\n\r\n", [200, 400]), ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", [400]),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n", [200, 400, 404]),
        ("GET \(String(repeating: "/a", count: 20_000)) HTTP/1.1\r\nHost: a\r\n\r\n", [400, 414, 431]),
        ("GET /?\(String(repeating: "a&", count: 3000)) HTTP/1.1\r\nHost: a\r\n\r\n", [200, 400, 414]),
        ("GET / HTTP/1.1\r\n\(String(repeating: "X-A: b\r\n", count: 20_000))\r\n", [400, 431]),
        ("GET / HTTP/1.1\r\nX: \(String(repeating: "b", count: 100_000))\r\n\r\n", [400, 431]),
        ("POST /-/edit/A HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", [400, 403]),
        ("POST /-/edit/A HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n", [400, 403, 415, 501]),
        ("POST /-/edit/A HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n", [400]),
        ("POST /-/edit/A HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 2\r\n\r\nxx", [400]),
        ("POST /-/edit/A HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", [400, 413]),
        ("POST /-/edit/A HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", [400, 415]),
        ("GET / HTTP/1.1\nHost: a\n\n", [200, 400]), ("\0\0\0\0\r\n\r\n", [400]),
        ("GET / HTTP/9.9\r\nHost: a\r\n\r\n", [400, 505]), ("GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n", [400]),
        ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", [200, 400]), ("GET / HTTP/1.1\r\n Host: a\r\n\r\n", [200, 400]),
    ]

    @Test func hostileBytesAreRefusedAndTheServerLives() throws {
        for (bytes, statuses) in Self.hostile {
            let connection = try WebConnection(port: wiki.port)
            connection.send(bytes)
            connection.finishSending()
            let answer = Answer(connection.readToEnd(), hasBody: true, isOver: true)
            if let answer { #expect(statuses.contains(answer.status), "\(bytes.prefix(60)): \(answer.status)") }
            #expect(try visitor.get("/-/health").status == 200)
        }
        #expect(try wiki.git.subjects().count == 1)
    }

    @Test func bodiesOfTheWrongKind() throws {
        var form = try visitor.editForm("Page")
        form.write("x\n")
        #expect(try visitor.send("POST", form.action, [("Content-Type", "text/plain")], form.encoded).status == 415)
        #expect(try visitor.send("POST", form.action, [("Content-Type", "application/json")], Array("{}".utf8)).status == 415)
        #expect(try visitor.send("POST", form.action, [], form.encoded).status == 415)
        for body in ["%", "%zz=1", "a=%f", String(repeating: "a=b&", count: 50_000)] {
            let answer = try visitor.send("POST", form.action, [("Content-Type", "application/x-www-form-urlencoded")], Array(body.utf8))
            #expect([400, 403, 413].contains(answer.status), "\(body.prefix(10)): \(answer.status)")
        }
        let packed = try ChildProcess("gzip", ["-c"], input: form.encoded).wait().output
        let kind = ("Content-Type", "application/x-www-form-urlencoded")
        #expect(try visitor.send("POST", form.action, [kind, ("Content-Encoding", "br")], packed).status == 415)
        #expect(try visitor.send("POST", form.action, [kind, ("Content-Encoding", "gzip")], Array("not gzip".utf8)).status == 400)
        let bomb = try ChildProcess("sh", ["-c", "head -c 100000000 /dev/zero | gzip -c"]).wait().output
        #expect(try visitor.send("POST", form.action, [kind, ("Content-Encoding", "gzip")], bomb).status == 413)
        #expect(try visitor.send("POST", form.action, [kind, ("Content-Encoding", "gzip")], packed).status == 303)
        #expect(try visitor.markdown("Page") == "x\n")
    }
}
