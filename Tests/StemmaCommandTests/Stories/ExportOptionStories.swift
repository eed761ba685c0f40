import Glibc
import Testing

/// Somebody says how a site is to be made, and errs.
@Suite("Options of an export")
struct ExportOptionStories {
    private let place: TemporaryFolder
    private var wiki: String { place.path("wiki") }
    private var out: String { place.path("www/site") }

    init() throws { place = try TemporaryFolder() }

    private func make(_ files: [String: String]) throws {
        let source = try GitFolder.new(place.path("source"), bare: false)
        try source.commit(files, message: "Write")
        let made = try StemmaProgram.run("init", wiki, "--from", source.path, "--name", "Kitchen")
        #expect(made.code == 0, "\(made.errors)")
    }

    private func export(_ options: String...) throws -> ChildProcess.Result {
        try StemmaProgram.run(["export", "site", wiki, out] + options)
    }

    private func text(_ file: String) -> String { String(decoding: TemporaryFolder.bytes("\(out)/\(file)") ?? [], as: UTF8.self) }

    @Test func anAddressOfASiteIsOneOrIsRefused() throws {
        try make(["Home.md": "# Home\n"])
        for address in ["https://ex.org/ü b?x#y", "https://ex.org/?x", "https://ex.org/#y", "https://", "ftp://ex.org/", "https://e x/"] {
            for option in ["--base-url", "--wiki-url"] { try export(option, address).expectRefusal(64, saying: option, "without a query") }
        }
        #expect(access(out, F_OK) != 0, "what was refused leaves nothing")
        #expect(try export("--base-url", "https://d.org/x", "--wiki-url", "https://w.org/y", "--history", "none").code == 0)
        #expect(text("index.html").contains("\"https://d.org/x/index.html\"") && text("index.html").contains("\"https://w.org/y/-/edit/"))
        #expect(text("sitemap.xml").contains("<loc>https://d.org/x/"))
    }

    @Test func theAddressOfAllVersionsNeedsNoSlash() throws {
        try make(["Home.md": "# Home\n"])
        let made = try export("--versions", "main", "--base-url", "https://d.org/x", "--history", "none")
        #expect(made.code == 0, "\(made.errors)")
        #expect(text("index.html").contains("\"https://d.org/x/main/index.html\""), "\(text("index.html"))")
        #expect(text("main/index.html").contains("\"https://d.org/x/main/index.html\""))
    }
}
