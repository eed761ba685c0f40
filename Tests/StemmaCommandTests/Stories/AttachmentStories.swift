import Testing

/// Files beside the pages.
@Suite("Attachments")
struct AttachmentStories {
    private let wiki: RunningWiki
    private let ada: Visitor

    init() throws {
        wiki = try RunningWiki()
        ada = Visitor(wiki)
    }

    /// Sends the form that puts a file into the wiki.
    private func upload(_ file: [UInt8], as fileName: String, folder: String = "", name: String = "", token: String? = nil) throws -> Answer
    {
        let form = try WebForm(try ada.get("/-/attach/\(folder)"))
        var body: [UInt8] = []
        for (field, value) in [
            ("csrf", token ?? form["csrf"] ?? ""), ("folder", folder), ("name", name), ("summary", ""), ("author", "Ada"),
        ] {
            body += Array("--frontier\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let head =
            "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(fileName)\"\r\nContent-Type: text/html\r\n\r\n"
        body += Array(head.utf8) + file + Array("\r\n--frontier--\r\n".utf8)
        return try ada.send("POST", form.action, [("Content-Type", "multipart/form-data; boundary=frontier")], body)
    }

    private static let bytes = [UInt8](0...255) + Array("\r\n--frontie\r\n".utf8)

    @Test func aFileIsPutBesideAPageAndComesBackByteForByte() throws {
        let saved = try upload(Self.bytes, as: "Red Bread.png", folder: "Pictures")
        #expect(saved.status == 303, "\(saved.html.plain)")
        #expect(try ada.follow(saved).status < 500)
        #expect(try wiki.git.bytes("Pictures/Red Bread.png") == Self.bytes)
        let file = try ada.get("/Pictures/Red%20Bread.png")
        #expect(file.body == Self.bytes)
        #expect(file["content-type"] == "image/png")
        #expect(file["x-content-type-options"] == "nosniff")
        try ada.saves("Pictures/Page", "![Bread](Red%20Bread.png)\n\n![[Red Bread.png]]\n")
        let pictures = try ada.get("/Pictures/Page").html.tags("img").compactMap { $0["src"] }
        #expect(pictures == ["/Pictures/Red%20Bread.png", "/Pictures/Red%20Bread.png"])
    }

    @Test func noFileTakesAnothersPlace() throws {
        #expect(try upload([1], as: "a.png").status == 303)
        let clash = try upload([2], as: "a.png")
        #expect(clash.status == 409)
        #expect(try wiki.git.bytes("a.png") == [1])
        let alike = try upload([3], as: "A.PNG")
        #expect([409, 422].contains(alike.status))
        #expect(try upload([4], as: "b.md").status == 422, "a page is no attachment")
        // A page would stand before the file, and a twin of a folder beside it.
        let page = Array("{\"markdown\": \"x\", \"author\": \"Ada\"}".utf8)
        let saved = try Visitor(wiki).send("PUT", "/-/api/v1/pages/a.png", [("Content-Type", "application/json")], page)
        #expect(saved.status == 409, "\(saved.text)")
        #expect(try upload([5], as: "c.png", folder: "Pictures").status == 303)
        #expect(try upload([6], as: "d.png", folder: "pictures").status == 422)
        #expect(try ada.get("/a.png").body == [1])
    }

    @Test(arguments: ["../../escape.png", ".hidden.png", "-x.png", "..", "a/../../b.png", "x.git", "C:\\folder\\..", "", " "])
    func aNameThatCannotBe(name: String) throws {
        let before = try wiki.git.id()
        let answer = try upload([1], as: "plain.png", name: name)
        if answer.status == 303 {
            let added = try wiki.git.run("diff", "--name-only", before, "HEAD").lines
            #expect(added.count == 1 && !added[0].contains("..") && !added[0].contains("/."), "\(added)")
        } else {
            #expect([400, 422].contains(answer.status))
        }
        let fromFile = try upload([1], as: name)
        #expect([303, 400, 422].contains(fromFile.status))
        for file in try wiki.git.files() {
            #expect(!file.split(separator: "/").contains { $0.hasPrefix("..") || $0.hasPrefix(".") || $0.hasPrefix("-") }, "\(file)")
        }
    }

    @Test func typesAreChosenByTheServer() throws {
        let script = Array("<html><script>alert(1)</script></html>".utf8)
        let expected = [
            ("page.html", "text/html; charset=utf-8", "attachment"), ("fake.png", "image/png", "inline"),
            ("code.js", "text/javascript", "attachment"),
            ("drawing.svg", "image/svg+xml", "inline"), ("unknown.xyz", "application/octet-stream", "attachment"),
            ("noending", "application/octet-stream", "attachment"),
            ("feed.xml", "application/xml", "attachment"), ("note.txt", "text/plain", "inline"),
            ("page.xhtml", "application/xhtml+xml", "attachment"),
        ]
        for (name, type, treatment) in expected {
            #expect(try upload(script, as: name).status == 303)
            let file = try ada.get("/\(name)")
            #expect(file.status == 200)
            #expect(file["content-type"]?.hasPrefix(type) == true, "\(name): \(file["content-type"] ?? "")")
            #expect(file["x-content-type-options"] == "nosniff")
            #expect(file["content-security-policy"]?.contains("sandbox") == true, "\(name)")
            #expect(file["content-security-policy"]?.contains("script") == false, "\(name)")
            let disposition = file["content-disposition"] ?? "inline"
            #expect(disposition.hasPrefix(treatment), "\(name): \(disposition)")
        }
    }

    @Test func tagsAndRanges() throws {
        #expect(try upload(Self.bytes, as: "a.bin").status == 303)
        let whole = try ada.get("/a.bin")
        let tag = try #require(whole["etag"])
        #expect(try ada.get("/a.bin", ("If-None-Match", tag)).status == 304)
        #expect(try ada.get("/a.bin", ("If-None-Match", "\"other\"")).status == 200)
        let size = Self.bytes.count
        for (range, part) in [
            ("bytes=0-9", 0..<10), ("bytes=10-", 10..<size), ("bytes=-5", (size - 5)..<size), ("bytes=0-99999", 0..<size),
        ] {
            let answer = try ada.get("/a.bin", ("Range", range))
            #expect(answer.status == 206)
            #expect(answer.body == Array(Self.bytes[part]), "\(range)")
            #expect(answer["content-range"] == "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)")
        }
        let beyond = try ada.get("/a.bin", ("Range", "bytes=\(size)-"))
        #expect(beyond.status == 416)
        #expect(beyond["content-range"] == "bytes */\(size)")
        for nonsense in ["bytes=9-1", "lines=1-2", "bytes=a-b", "bytes=0-1,3-4"] {
            #expect([200, 206, 416].contains(try ada.get("/a.bin", ("Range", nonsense)).status))
        }
        #expect(try ada.get("/a.bin", ("Range", "bytes=0-9"), ("If-Range", "\"other\"")).status == 200)
        #expect(try ada.get("/a.bin", ("Range", "bytes=0-9"), ("If-Range", tag)).status == 206)
        #expect(try ada.head("/a.bin")["content-length"] == "\(size)")
    }

    @Test func tooLargeAndStale() throws {
        let small = try RunningWiki(environment: ["STEMMA_LIMITS_ATTACHMENT": "1 MiB"])
        let ben = Visitor(small)
        let form = try WebForm(try ben.get("/-/attach/"))
        for size in [(1 << 20) + 1, 3 << 20] {
            let head =
                "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(form["csrf"] ?? "")\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"
            let body = Array(head.utf8) + [UInt8](repeating: 7, count: size) + Array("\r\n--b--\r\n".utf8)
            let answer = try ben.send("POST", form.action, [("Content-Type", "multipart/form-data; boundary=b")], body)
            #expect(answer.status == 413)
            #expect(answer.html.plain.contains("1 MiB"))
            let isUnread = answer.html.plain.contains("go back to it in your browser")
            #expect(isUnread == (size > 2 << 20), "what was not read can't be given back")
        }
        #expect(try upload([1], as: "a.png", token: "wrong").status == 403)
        #expect(try upload([], as: "empty.txt").status == 303)
        #expect(try ada.get("/empty.txt").body.isEmpty)
    }

    @Test(arguments: [
        "", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"", "garbage", "--b--\r\n",
        "--b\r\n\r\n\r\n--b--",
    ])
    func aBrokenFormIsRefused(body: String) throws {
        _ = try ada.get("/-/attach/")
        let answer = try ada.send("POST", "/-/attach/", [("Content-Type", "multipart/form-data; boundary=b")], Array(body.utf8))
        #expect((400..<500).contains(answer.status))
        #expect(try ada.send("POST", "/-/attach/", [("Content-Type", "multipart/form-data")], Array(body.utf8)).status < 500)
        #expect(try ada.get("/").status == 200)
    }
}
