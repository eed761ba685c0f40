import Testing

@testable import WebServer

@Suite struct MultipartFormTests {
    private let type = "multipart/form-data; boundary=XYZ"

    private func form(_ body: String, type: String? = nil, maximumFields: Int = 100) throws -> MultipartForm {
        try MultipartForm(body: Array(body.utf8), contentType: type ?? self.type, maximumFields: maximumFields)
    }

    private func part(_ disposition: String, _ content: String, more: String = "") -> String {
        "--XYZ\r\nContent-Disposition: form-data; \(disposition)\r\n\(more)\r\n\(content)\r\n"
    }

    @Test func fieldsAndFiles() throws {
        let form = try form(
            part("name=\"summary\"", "a\r\nb")
                + part("name=\"file\"; filename=\"x.png\"", "\u{89}PNG\r\n--XY", more: "Content-Type: text/html\r\n")
                + "--XYZ--\r\n")
        #expect(try form.form.text("summary") == "a\r\nb")
        let file = try #require(form.file("file"))
        #expect(file.filename == Array("x.png".utf8))
        #expect(file.content == Array("\u{89}PNG\r\n--XY".utf8))
    }

    @Test(arguments: [
        (#"filename="a \"b\".txt""#, #"a "b".txt"#), (#"filename="C:\dir\x.txt""#, #"C:\dir\x.txt"#), ("filename=plain.txt", "plain.txt"),
        (#"filename="zażółć;=.png""#, "zażółć;=.png"), (#"FileName = "x""#, "x"),
    ])
    func filenames(parameter: String, expected: String) throws {
        let form = try form(part("name=\"f\"; \(parameter)", "1") + "--XYZ--")
        #expect(try #require(form.file("f")).filename == Array(expected.utf8))
    }

    @Test func missingFinalBoundaryEndsAtTheEnd() throws {
        let form = try form("--XYZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nsome text")
        #expect(try form.form.text("a") == "some text")
    }

    @Test func preambleAndPaddingAreSkipped() throws {
        let form = try form("preamble\r\n--XYZ \t\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--XYZ--epilogue")
        #expect(try form.form.text("a") == "1")
    }

    @Test func emptyContentAndEmptyFileControl() throws {
        let form = try form(part("name=\"a\"", "") + part("name=\"file\"; filename=\"\"", "") + "--XYZ--\r\n")
        #expect(form.form.bytes("a") == [])
        #expect(form.files.isEmpty)
    }

    @Test func contentMayLackItsOwnLineEnd() throws {
        let form = try form("--XYZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--XYZ--\r\n")
        #expect(form.form.bytes("a") == [])
    }

    @Test(arguments: [
        "", "no boundary at all", "--XYZ", "--XYZ\r\n", "--XYZ\r\nContent-Disposition: form-data; name=\"a\"", "--XYZjunk\r\n\r\n",
        "--XYZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--XYZ--", "--XYZ\r\n\r\n1\r\n--XYZ--",
        "--XYZ\r\nContent-Disposition: form-data\r\n\r\n1\r\n--XYZ--",
        "--XYZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n1\r\n--XYZ--",
    ])
    func malformedBodiesAreRefused(body: String) {
        #expect(throws: FormError.malformedMultipart) { try form(body) }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\(String(repeating: "b", count: 71))\"",
    ])
    func unusableBoundariesAreRefused(type: String) {
        #expect(throws: FormError.malformedMultipart) { try form("--XYZ--", type: type) }
    }

    @Test func headersAndPartsAreBounded() {
        let long = part("name=\"a\"", "1", more: "X: \(String(repeating: "x", count: 9000))\r\n") + "--XYZ--"
        #expect(throws: FormError.partHeadersTooLarge(limit: 8192)) { try form(long) }
        let many = (0..<4).map { part("name=\"f\($0)\"", "1") }.joined() + "--XYZ--"
        #expect(throws: FormError.tooManyFields(limit: 3)) { try form(many, maximumFields: 3) }
    }

    @Test func quotedBoundaryAndOtherTypes() throws {
        #expect(
            try form(part("name=a", "1") + "--XYZ--", type: "Multipart/Form-Data; charset=utf-8; Boundary=\"XYZ\"").form.text("a") == "1")
        #expect(throws: FormError.unsupportedContentType) { try form("", type: "application/x-www-form-urlencoded") }
    }
}
