import Glibc
import Testing

/// Somebody makes a book of a wiki.
@Suite("Books")
struct BookStories {
    private let place: TemporaryFolder
    private var wiki: String { place.path("wiki") }
    private var book: String { place.path("book.epub") }

    init() throws { place = try TemporaryFolder() }

    private func make(_ files: [String: String]) throws {
        let source = try GitFolder.new(place.path("source"), bare: false)
        try source.commit(files, message: "Write")
        let made = try StemmaProgram.run("init", wiki, "--from", source.path, "--name", "Kitchen <& sons>")
        #expect(made.code == 0, "\(made.errors)")
    }

    @Test func theHandbookIsABook() throws {
        let handbook = String(#filePath.dropLast("/Tests/StemmaCommandTests/Stories/BookStories.swift".utf8.count)) + "/Wiki"
        #expect(try StemmaProgram.run("init", wiki, "--from", handbook).code == 0)
        let made = try StemmaProgram.run("export", "book", wiki, book)
        #expect(made.code == 0 && made.lines.count == 1, "\(made.text)\(made.errors)")
        #expect(made.errors == "", "nothing is left out")
        #expect(made.text.contains("chapters") && made.text.contains("words"))
        try Epubcheck.expectNoComplaint(of: book)
        let again = place.path("again.epub")
        #expect(try StemmaProgram.run("export", "book", wiki, again).code == 0)
        #expect(TemporaryFolder.bytes(again) == TemporaryFolder.bytes(book), "the same commit gives the same bytes")
    }

    @Test func aBookOfHostileTexts() throws {
        try make(HostileBook.files)
        let made = try StemmaProgram.run("export", "book", wiki, book, "--base-url", "https://wiki.example.org/w")
        #expect(made.code == 0, "\(made.errors)")
        try Epubcheck.expectNoComplaint(of: book)
        let html = place.path("book.html")
        #expect(try StemmaProgram.run("export", "book", wiki, html, "--format", "html").code == 0)
        let text = String(decoding: TemporaryFolder.bytes(html) ?? [], as: UTF8.self)
        for word in ["<script", "onload", "javascript:", "ada@example.org", "never leaves"] { #expect(!text.contains(word), "\(word)") }
    }

    @Test func whatCannotBeIsSaid() throws {
        try make([
            "Home.md": "x\n", "One.md": "---\nbook: true\n---\n- [[Home]]\n- [[Nope]]\n", "Two.md": "---\nbook: true\n---\n- [[Home]]\n",
        ])
        try StemmaProgram.run("export", "book", wiki, book).expectRefusal(1, saying: "One, Two", "--page")
        try StemmaProgram.run("export", "book", wiki, book, "--page", "Nope").expectRefusal(1, saying: "Nope")
        try StemmaProgram.run("export", "book", wiki, book, "--pages", "Home", "Nope").expectRefusal(1, saying: "Nope")
        try StemmaProgram.run("export", "book", wiki, book, "--page", "Home").expectRefusal(1, saying: "no chapters")
        try StemmaProgram.run("export", "book", wiki, place.path("no/where.epub"), "--page", "One", "--format", "html")
            .expectRefusal(74, saying: "can't be written")
        #expect(try StemmaProgram.run("export", "book", wiki, book, "--page", "One", "--pages", "Home").code == 64)
        for address in ["javascript:x", "https://ex.org/ü b?x#y", "https://ex.org/?x", "https://"] {
            try StemmaProgram.run("export", "book", wiki, book, "--page", "One", "--base-url", address)
                .expectRefusal(64, saying: "--base-url")
        }
        try StemmaProgram.run("export", "book", wiki, "\(wiki)/wiki.git/HEAD", "--page", "One")
            .expectRefusal(64, saying: "belongs to the wiki")
        try StemmaProgram.run("export", "book", wiki, wiki, "--page", "One").expectRefusal(64, saying: "is no file", "nothing was changed")
        #expect(access(book, F_OK) != 0, "what was refused leaves nothing")
        let made = try StemmaProgram.run("export", "book", wiki, book, "--page", "One")
        #expect(made.code == 0 && made.text.contains("1 chapter,") && made.text.contains("1 problem"))
        #expect(made.errors.contains("Nope"))
        #expect(TemporaryFolder.names(place.path(""))?.filter { $0.hasPrefix(".book") } == [], "no temporary file stays")
    }

    @Test func pagesThatAreNamedMakeABook() throws {
        try make(["Bread.md": "# Bread\n\n[[Salt]]\n", "Salt.md": "# Salt\n", "Water.md": "x\n"])
        let made = try StemmaProgram.run("export", "book", wiki, book, "--pages", "Salt", "bread")
        #expect(made.code == 0 && made.text.contains("2 chapters"), "\(made.errors)")
        try Epubcheck.expectNoComplaint(of: book)
    }

    @Test func aPDFIsPrintedWhereThereIsChromium() throws {
        try make(["Home.md": "# Home\n\nWords.\n"])
        let pdf = place.path("book.pdf")
        let arguments = ["export", "book", wiki, pdf, "--pages", "Home", "--format", "pdf"]
        let without = try StemmaProgram.run(arguments, environment: ["PATH": place.path("empty")])
        without.expectRefusal(74, saying: "Chromium", "not installed")
        let made = try StemmaProgram.run(arguments)
        guard made.code == 0 || !made.errors.contains("not installed") else { return print("no Chromium here: PDF not tested") }
        #expect(made.code == 0, "\(made.errors)")
        #expect(TemporaryFolder.bytes(pdf)?.starts(with: "%PDF-".utf8) == true)
    }
}
