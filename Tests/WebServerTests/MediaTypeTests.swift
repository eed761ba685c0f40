import Testing

@testable import WebServer

@Suite struct MediaTypeTests {
    private func type(_ name: String) -> MediaType { MediaType(fileName: Array(name.utf8)) }

    @Test func pictureNamesArePicturesWhateverTheyHold() {
        #expect(type("a.PNG").value == "image/png")
        #expect(type("page.html.png").value == "image/png")
        #expect(type("a.png").treatment == .inline)
    }

    @Test(arguments: ["x", "x.", "x.exe", ".png.", "x.php", "x.PNG ", "x.p\u{301}ng", "a.html", "a.XML", "a.xhtml", "a.js"])
    func doubtfulFilesAreSaved(name: String) {
        #expect(type(name).treatment == .attachment)
    }

    @Test func vectorPicturesAreBoxedIn() {
        let svg = type("x.svg")
        #expect(svg.treatment == .boxed)
        #expect(svg.contentSecurityPolicy == "sandbox; default-src 'none'; style-src 'unsafe-inline'")
        #expect(type("x.png").contentSecurityPolicy.hasPrefix("sandbox"))
    }

    @Test func namesCannotBreakOutOfTheHeader() {
        let header = ContentDisposition.header(.attachment, fileName: Array("a\"\r\nX: y; é\u{301}.txt".utf8))
        #expect(header == "attachment; filename=\"a___X_ y_ ____.txt\"; filename*=UTF-8''a%22%0D%0AX%3A%20y%3B%20%C3%A9%CC%81.txt")
        #expect(ContentDisposition.header(.boxed, fileName: [0xFF]).hasSuffix("UTF-8''%EF%BF%BD"))
    }
}
