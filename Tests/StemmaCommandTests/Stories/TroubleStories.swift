import Glibc
import Testing

/// When something on the machine is in the way: nothing is lost, and reading goes on.
@Suite("Trouble on the machine")
struct TroubleStories {
    @Test func aLockThatAnotherGitHolds() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        try wiki.place.write("wiki/wiki.git/refs/heads/main.lock", "")
        let refused = try ada.save("Page", "My words.\n")
        #expect(refused.status == 503)
        #expect(refused["retry-after"] != nil)
        let form = try WebForm(refused)
        #expect(form["markdown"]?.hasPrefix("My words.") == true)
        #expect(try ada.get("/").status == 200)
        unlink(wiki.place.path("wiki/wiki.git/refs/heads/main.lock"))
        #expect(try ada.post(form).status == 303)
        #expect(try ada.markdown("Page") == "My words.\n")
    }

    @Test func aLockThatAKilledServerLeft() throws {
        let wiki = try RunningWiki()
        try wiki.killNow()
        try wiki.place.write("wiki/wiki.git/refs/heads/main.lock", "")
        try wiki.start()
        try Visitor(wiki).saves("Page", "My words.\n")
    }

    @Test func aDiskThatIsFull() throws {
        // A limit on the size of files stands for a full disk: the server may read all and write next to nothing.
        let place = try TemporaryFolder()
        #expect(try StemmaProgram.run("init", place.path("wiki")).code == 0)
        let program = try #require(StemmaProgram.path)
        let limited = try ChildProcess("prlimit", ["--fsize=1000000", program, "serve", place.path("wiki"), "--port", "0"])
        let line = try limited.wait(for: "is ready: http://localhost:")
        let port = try #require(line.split(separator: ":").last.flatMap { Int($0.prefix { $0.isNumber }) })
        let wiki = try RunningWiki(visiting: port, in: place)
        let ada = Visitor(wiki)
        var bytes: [UInt8] = []
        var generator = SeededBytes(seed: 7)
        while bytes.count < 1_500_000 { bytes.append(generator.next()) }
        let refused = try ada.save("Page", String(decoding: bytes, as: UTF8.self))
        #expect([303, 500, 503].contains(refused.status))
        if refused.status != 303 { #expect(refused.html.textarea("markdown") != nil, "the text comes back") }
        #expect(try ada.get("/").status == 200)
        #expect(try wiki.git.run("fsck", "--strict").code == 0)
        limited.signal(SIGTERM)
        #expect(try limited.wait().code == 0)
    }

    @Test func gitAndTheBrowserAtOnce() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        let clone = try GitFolder.clone(wiki.git.path, to: wiki.place.path("clone"))
        for round in 1...10 {
            try ada.saves("Web-\(round)", "From the browser.\n")
            try clone.run("pull", "--quiet", "--rebase")
            try clone.commit(["Git-\(round).md": "From git.\n"], message: "From git \(round)")
            var form = try ada.editForm("Both-\(round)")
            form.write("At once.\n")
            let request = try PendingRequest(ada, form)
            let isPushed = try clone.attempt("push", "--quiet")
            #expect(try request.answer().status == 303)
            if !isPushed {
                try clone.run("pull", "--quiet", "--rebase")
                try clone.run("push", "--quiet")
            }
            #expect(try ada.get("/Git-\(round)").status == 200)
            #expect(try ada.get("/Both-\(round)").status == 200)
        }
        #expect(try wiki.git.files().filter { $0.contains("-") }.count == 30)
        #expect(try wiki.git.run("fsck", "--strict").code == 0)
    }

    @Test func aThemeOfOnesOwnIsReadAnew() throws {
        let place = try TemporaryFolder()
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        #expect(try ChildProcess("cp", ["-R", "\(root)/Themes/stemma", place.path("mine")]).wait().code == 0)
        let wiki = try RunningWiki(in: place, arguments: ["--theme", place.path("mine")])
        let visitor = Visitor(wiki)
        #expect(try visitor.get("/-/recent").status == 200)
        let template = place.text("mine/templates/layout.mustache")
        try place.write("mine/templates/layout.mustache", template.replacing("</body>", with: "<p>My own footer</p></body>"))
        #expect(try visitor.get("/-/recent").html.plain.contains("My own footer"))
        #expect(try visitor.get("/").html.plain.contains("My own footer"))
        try place.write("mine/templates/layout.mustache", "{{#broken}")
        let broken = try visitor.get("/-/recent")
        #expect(broken.status == 500 || broken.status == 200)
        try place.write("mine/templates/layout.mustache", template)
        #expect(try visitor.get("/").status == 200)
    }
}

/// Letters that no compression makes smaller, the same in every run.
private struct SeededBytes {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(33 + (state >> 33) % 90)
    }
}
