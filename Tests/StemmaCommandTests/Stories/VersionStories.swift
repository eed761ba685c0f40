import Glibc
import Testing

/// Somebody publishes a wiki as it was, and several of its states side by side.
@Suite("Versions of a static site")
struct VersionStories {
    private let place: TemporaryFolder
    private var wiki: String { place.path("wiki") }
    private var out: String { place.path("www/site") }

    init() throws { place = try TemporaryFolder() }

    /// A wiki with a tag for each state of its files.
    private func make(_ states: [(tag: String, files: [String: String])]) throws {
        let source = try GitFolder.new(place.path("source"), bare: false)
        for (tag, files) in states {
            try source.commit(files)
            try source.run("tag", tag)
        }
        #expect(try StemmaProgram.run("init", wiki, "--from", source.path, "--name", "Kitchen").code == 0)
        try GitFolder(path: "\(wiki)/wiki.git").run("fetch", "--quiet", "--tags", source.path)
    }

    private func export(_ options: String...) throws -> ChildProcess.Result {
        try StemmaProgram.run(["export", "site", wiki, out] + options)
    }

    private func text(_ file: String) -> String { String(decoding: TemporaryFolder.bytes("\(out)/\(file)") ?? [], as: UTF8.self) }

    @Test func aTagIsExportedAsItWas() throws {
        try make([("v1", ["Home.md": "Old words. [[Bread]]\n", "Bread.md": "b\n"]), ("v2", ["Home.md": "New words.\n"])])
        let made = try export("--rev", "v1")
        #expect(made.code == 0 && made.lines.count == 1, "\(made.errors)")
        #expect(text("index.html").contains("Old words.") && !text("index.html").contains("New words."))
        try export("--rev", "v9").expectRefusal(1, saying: "no tag, branch or commit v9")
        #expect(try export().code == 0)
        #expect(text("index.html").contains("New words."), "a later state takes its place")
    }

    @Test func aVersionWithALostLinkKeepsAllBack() throws {
        try make([("v1", ["Home.md": "One.\n"]), ("v2", ["Home.md": "Two.\n"]), ("v3", ["Home.md": "Three. [[Nobody]]\n"])])
        #expect(try export("--versions", "v1,v2").lines.count == 2)
        let before = [text("index.html"), text("v1/index.html"), text("v2/index.html")]
        #expect(before[0].contains("v2/index.html") && before[1].contains("One.") && before[2].contains("Two."))
        let strict = try export("--versions", "v1,v3", "--strict")
        #expect(strict.code == 1 && strict.errors.contains("Home: Nobody (no such page)"))
        #expect(strict.errors.contains("The site is as it was."))
        #expect([text("index.html"), text("v1/index.html"), text("v2/index.html")] == before && text("v3/index.html") == "")
        #expect(try export("--versions", "v1,v3").code == 0)
        #expect(text("index.html").contains("v3/index.html") && access("\(out)/v2", F_OK) != 0)
        #expect(!text("404.html").isEmpty && text("robots.txt").contains("Disallow: /v1/-/history/"))
    }

    @Test func aKilledRunLeavesVersionsThatAreWhole() throws {
        func files(_ word: String) -> [String: String] {
            Dictionary(uniqueKeysWithValues: (1...150).map { ("Page-\($0).md", "\(word) word.\n") })
        }
        try make([("v1", files("Old")), ("v2", files("New"))])
        #expect(try export("--versions", "v1").code == 0)
        for step in ["Setting pages: 1", "Setting pages: "] {
            let run = try StemmaProgram.start(["export", "site", wiki, out, "--versions", "v1,v2"])
            _ = run.errors(containing: step)
            run.signal(SIGKILL)
            _ = try run.wait()
            #expect((1...150).allSatisfy { text("v1/Page-\($0).html").contains("Old word.") })
            let newer = Set((1...150).map { text("v2/Page-\($0).html").contains("New word.") })
            #expect(newer.count == 1, "a version is there or not")
            #expect(text("index.html").contains("v1/index.html") || newer == [true], "nobody is led to what is not there")
        }
        #expect(try export("--versions", "v1,v2").code == 0)
        #expect(text("index.html").contains("v2/index.html") && text("v2/Page-150.html").contains("New word."))
    }
}
