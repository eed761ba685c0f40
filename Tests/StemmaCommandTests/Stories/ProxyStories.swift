import Glibc
import Testing

/// The wiki behind nginx and Caddy, each with what the handbook tells to write into its configuration.
@Suite("Behind a proxy", .enabled(if: !RunningProxy.Program.installed.isEmpty, "needs Debian's nginx-light and caddy"))
struct ProxyStories {
    private static let password = "several quiet words"

    /// A proxy, and a wiki behind it with the account `ada`.
    private func site(
        _ program: RunningProxy.Program, path: String = "/", settings: String = "editing: accounts\n", environment: [String: String] = [:]
    ) throws -> (proxy: RunningProxy, wiki: RunningWiki) {
        let proxy = try RunningProxy(program)
        let wiki = try RunningWiki(
            settings: """
                site:
                  url: \(proxy.origin)\(path)
                proxies:
                  trusted: [127.0.0.1]
                  user-header: Remote-User
                \(settings)
                """, environment: environment)
        return (proxy, wiki)
    }

    private func stemma(_ wiki: RunningWiki, _ arguments: String...) throws -> ChildProcess.Result {
        let result = try StemmaProgram.run(Array(arguments.prefix(2)) + [wiki.folder] + arguments.dropFirst(2))
        try #require(result.code == 0, "\(result.errors)")
        return result
    }

    private func addAda(_ wiki: RunningWiki) throws {
        _ = try stemma(
            wiki, "user", "add", "ada", "--role", "contributor", "--email", "ada@example.org", "--password", Self.password)
    }

    @Test(arguments: RunningProxy.Program.installed)
    func aReaderAndALogin(program: RunningProxy.Program) throws {
        let (proxy, wiki) = try site(program)
        try addAda(wiki)
        try proxy.start(before: wiki)
        let ada = try TLSVisitor(proxy)
        try wiki.followsAuthors()
        let home = try ada.get("/")
        #expect(home.status == 200 && home["content-type"] == "text/html; charset=utf-8")
        let tag = try #require(home["etag"])
        #expect(try ada.get("/", ("If-None-Match", tag)).status == 304)
        #expect(try ada.get("/No%2FPage%3F%23%25").status == 404)

        let asked = try ada.get("/-/login")
        var form = try WebForm(asked)
        (form["name"], form["password"]) = ("ada", Self.password)
        let entered = try ada.post(form)
        #expect(entered.status == 303, "\(entered.html.plain)")
        let cookies = asked.all("set-cookie") + entered.all("set-cookie")
        #expect(cookies.contains { $0.hasPrefix("__Host-stemma-session=") })
        for cookie in cookies {
            #expect(cookie.hasPrefix("__Host-"), "\(cookie)")
            for word in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(word), "\(cookie)") }
        }
        #expect(try ada.get("/-/settings").status == 200)
        var edit = try WebForm(try ada.get("/-/edit/Bread"))
        edit.write("Flour\n")
        #expect(try ada.post(edit).location.hasSuffix("/Bread"))
        #expect(try ada.get("/Bread").html.plain.contains("Flour"))
    }

    @Test(arguments: RunningProxy.Program.installed)
    func forgedHeaders(program: RunningProxy.Program) throws {
        let (proxy, wiki) = try site(
            program, settings: "editing: open\n", environment: ["STEMMA_LIMITS_EDITS_PER_MINUTE": "3"])
        try addAda(wiki)
        try proxy.start(before: wiki)
        let (eve, bob) = (try TLSVisitor(proxy, from: "127.0.0.2"), try TLSVisitor(proxy, from: "127.0.0.3"))
        func save(_ visitor: TLSVisitor, _ number: Int) throws -> Int {
            let forged = "198.51.100.\(number)"
            visitor.fields = [("X-Forwarded-For", forged), ("Forwarded", "for=\(forged)"), ("X-Real-IP", forged)]
            let body = #"{"markdown":"Text \#(number)\n","summary":"","author":"Eve"}"#
            let address = "/-/api/v1/pages/Page-\(number)"
            return try visitor.send("PUT", address, [("Content-Type", "application/json")], Array(body.utf8)).status
        }
        #expect(try (1...3).map { try save(eve, $0) } == [201, 201, 201])
        #expect(try save(eve, 4) == 429, "another forged address is no other client")
        #expect(try save(bob, 5) == 201, "another client is not the proxy")

        let known = try TLSVisitor(proxy, from: "127.0.0.1", to: "http://127.0.0.1:\(wiki.port)")
        #expect(try known.get("/-/settings", ("Remote-User", "ada")).status == 200, "the proxy's own address may name people")
        let near = try TLSVisitor(proxy, from: "127.0.0.4", to: "http://127.0.0.1:\(wiki.port)")
        for visitor in [eve, near] {
            for name in ["Remote-User", "remote-user", "Remote_User", "X-Remote-User", "X-Forwarded-User"] {
                #expect(try visitor.get("/-/settings", (name, "ada")).status != 200, "\(name)")
            }
        }
    }

    @Test(arguments: RunningProxy.Program.installed, ["/", "/garden/"])
    func cloneAndPush(program: RunningProxy.Program, path: String) throws {
        let (proxy, wiki) = try site(program, path: path)
        try addAda(wiki)
        let token = try #require(try stemma(wiki, "token", "create", "ada", "--scope", "write").lines.last)
        try proxy.start(before: wiki) { text in
            path == "/"
                ? text
                : text.replacing("location / {", with: "location \(path) {").replacing("/wiki.git/ {", with: "\(path)wiki.git/ {")
                    .replacing("reverse_proxy 127", with: "reverse_proxy \(path)* 127")
        }
        let address = proxy.origin.replacing("https://", with: "https://ada:\(token)@") + "\(path)wiki.git"
        let options = ["http.sslCAInfo=\(proxy.certificate)", "http.proxy="]
        let copy = try GitFolder.clone(address, to: wiki.place.path("copy"), "-c", options[0], "-c", options[1])
        #expect(try copy.files().contains("Home.md"))
        // More than git sends in one piece, so that it comes in chunks of a length that nobody knows before.
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<4 << 20).map { _ in "0123456789abcdef".utf8.randomElement(using: &generator) ?? 48 }
        try copy.commit(["Bread.md": "Flour\n", "noise.txt": String(decoding: noise, as: UTF8.self)], message: "Bread")
        try copy.run("push", "--quiet", "origin", "HEAD")
        #expect(try wiki.git.id() == copy.id())
        let ada = try TLSVisitor(proxy)
        #expect(try ada.get("\(path)Bread").html.plain.contains("Flour"))
        let again = try GitFolder.clone(address, to: wiki.place.path("again"), "-c", options[0], "-c", options[1])
        #expect(try again.bytes("noise.txt") == noise)
    }

    @Test(arguments: RunningProxy.Program.installed)
    func signingOnElsewhere(program: RunningProxy.Program) throws {
        let portal = try ChildProcess("/usr/bin/python3", ["-u", "-c", Self.portal])
        let port = try #require(Int(try portal.wait(for: "\n").prefix { $0.isNumber }))
        let (proxy, wiki) = try site(program)
        try addAda(wiki)
        try proxy.start(before: wiki, portal: port)
        let visitor = try TLSVisitor(proxy)
        #expect(try visitor.get("/").status == 401)
        #expect(try visitor.get("/", ("Remote-User", "ada")).status == 401)
        #expect(try visitor.get("/wiki.git/info/refs?service=git-upload-pack").status == 200, "git has tokens")
        #expect(try visitor.get("/-/api/v1/pages").status == 200, "and so have programs")
        visitor.fields = [("X-Portal", "ada"), ("Remote-User", "root")]
        #expect(try visitor.get("/-/settings").status == 200)
        visitor.fields = [("X-Portal", "stranger")]
        #expect(try visitor.get("/-/settings").status == 403, "nobody makes accounts here")
    }

    /// Believes whoever says who they are. A real one would ask for a cookie of its own.
    private static let portal = """
        import http.server

        class Portal(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                name = self.headers.get("X-Portal")
                self.send_response(200 if name else 401)
                if name:
                    self.send_header("Remote-User", name)
                self.send_header("Content-Length", "0")
                self.end_headers()

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Portal)
        print(server.server_port)
        server.serve_forever()
        """

    @Test(.enabled(if: RunningProxy.Program.nginx.isInstalled, "needs Debian's nginx-light"))
    func withoutTLSTheWayIsShown() throws {
        let (proxy, wiki) = try site(.nginx)
        try proxy.start(before: wiki)
        let answer = try TLSVisitor(proxy, to: "http://localhost:\(proxy.plainPort)").get("/Bread?rev=1")
        #expect(answer.status == 301 && answer.location == "https://localhost/Bread?rev=1")
    }

    /// What was never started is not in the handbook.
    @Test func theHandbookHasTwoExamplesOfEach() throws {
        for program in RunningProxy.Program.allCases {
            #expect(try HandbookExample.blocks(program.language, of: "Guide/Behind-a-Proxy").count == 2)
        }
    }
}
