import Glibc
import Testing
import WikiCore

@testable import StemmaCommand

@Suite("Where a static site may be written")
struct ExportPlaceTests {
    private let place: TemporaryFolder
    private let data: DataFolder

    init() throws {
        place = try TemporaryFolder()
        for folder in ["wiki", "wiki/wiki.git", "www"] { try #require(mkdir(place.path(folder), 0o700) == 0) }
        data = DataFolder(place.path("wiki"))
    }

    private func path(_ folder: String) throws -> String {
        try ExportPlace(folder, from: data.path, data: data).path
    }

    @Test func aRelativeFolderBeginsAtTheWiki() throws {
        let real = try path("public/site")
        #expect(real.hasSuffix("/wiki/public/site"))
        #expect(try path("./public//site/") == real)
        #expect(try path("\(data.path)/public/site") == real)
        #expect(try ExportPlace("site", from: place.path("www"), data: data).path.hasSuffix("/www/site"))
    }

    @Test func whatBelongsToTheWikiIsLeftAlone() throws {
        let kept = [
            "wiki.git", "wiki.git/site", "exports", "exports/a", "hooks", "stemma.yaml", "index.sqlite", "community.sqlite-wal",
            "community.sqlite/x",
        ]
        for folder in kept {
            #expect(throws: Failure.self, "\(folder)") { try path(folder) }
            #expect(throws: Failure.self, "\(folder)") { try path("\(data.path)/./\(folder)/") }
        }
        #expect(try path("wiki.github.io").hasSuffix("/wiki/wiki.github.io"), "a name that begins alike is another one")
    }

    @Test func aBookIsNeverWrittenOverTheWiki() throws {
        for file in ["wiki.git/HEAD", "index.sqlite", "stemma.yaml", "exports/x.epub", "hooks/pre-receive"] {
            #expect(throws: Failure.self, "\(file)") { try ExportPlace.check(book: "\(data.path)/\(file)", data: data) }
        }
        try #require(symlink("\(data.repository)/HEAD", place.path("www/book.epub")) == 0)
        #expect(throws: Failure.self) { try ExportPlace.check(book: place.path("www/book.epub"), data: data) }
        try ExportPlace.check(book: place.path("www/other.epub"), data: data)
        try ExportPlace.check(book: "\(data.path)/book.epub", data: data)
    }

    @Test func nothingThatHoldsTheWikiIsTaken() throws {
        for folder in ["/", data.path, "\(data.path)/", place.path(""), "\(data.path)/../wiki"] {
            #expect(throws: Failure.self, "\(folder)") { try path(folder) }
        }
        #expect(throws: Failure.self) { try path("not-there/../wiki.git") }
    }

    @Test func aLinkIsWhereItLeads() throws {
        try #require(symlink(data.repository, place.path("www/link")) == 0)
        #expect(throws: Failure.self) { try path(place.path("www/link/site")) }
        try #require(symlink(place.path("www"), place.path("wiki/out")) == 0)
        #expect(try path("out/site").hasSuffix("/www/site"))
    }

    @Test func theSettingsNameAFolderOrNone() throws {
        var configuration = Configuration()
        #expect(try ExportPlace(of: configuration, data: data) == nil)
        configuration.export.folder = "public"
        #expect(try ExportPlace(of: configuration, data: data)?.path.hasSuffix("/wiki/public") == true)
        configuration.export.folder = "wiki.git"
        #expect(throws: Failure.self) { try ExportPlace(of: configuration, data: data) }
    }

    @Test func foldersOfTheSettings() {
        let folder = ConfigurationKind<String>.folder
        #expect(folder.read(.text("/var/www/garden/")) == "/var/www/garden")
        #expect(folder.read(.text("./public//site")) == "public/site")
        #expect(folder.read(.text("Über uns")) == "Über uns")
        #expect(["", "/", ".", "..", "../www", "/var/../etc", "a\nb", "a\u{0}b"].allSatisfy { folder.read(.text($0)) == nil })
    }
}
