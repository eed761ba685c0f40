import HTTPTypes
import Testing

@testable import WebServer

@Suite struct FormDataTests {
    private func form(_ body: String, maximumFields: Int = 100) throws -> FormData {
        try FormData(urlEncoded: body.utf8, maximumFields: maximumFields)
    }

    @Test func plusIsASpaceAndEscapesAreBytes() throws {
        let form = try form("markdown=a+b%2Bc%0D%0A%ff&summary=%C3%A9&empty=&bare")
        #expect(form.bytes("markdown") == Array("a b+c\r\n".utf8) + [0xFF])
        #expect(try form.text("summary") == "é")
        #expect(form.bytes("empty") == [])
        #expect(form.bytes("bare") == [])
        #expect(form.bytes("missing") == nil)
    }

    @Test func namesAreComparedAsBytes() throws {
        let form = try form("e%CC%81=decomposed&%C3%A9=composed")
        #expect(try form.text("\u{E9}") == "composed")
        #expect(try form.text("e\u{301}") == "decomposed")
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "%=1", "a=%C3%"])
    func malformedEscapesAreRefused(body: String) {
        #expect(throws: FormError.malformedEscape) { try form(body) }
    }

    @Test func textMustBeUTF8() throws {
        let form = try form("summary=%ff")
        #expect(throws: FormError.notText(field: "summary")) { try form.text("summary") }
    }

    @Test func fieldsAreCounted() throws {
        let body = (0..<5).map { "f\($0)=1" }.joined(separator: "&")
        #expect(try form(body, maximumFields: 5).fields.count == 5)
        #expect(throws: FormError.tooManyFields(limit: 4)) { try form(body, maximumFields: 4) }
    }

    @Test func queryOfARequestIsDecodedOnce() throws {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/a%2520b?q=a+%2541&raw&limit=20&rev=-1")
        let query = try QueryItems(head)
        #expect(try query.text("q") == "a %41")
        #expect(query.contains("raw"))
        #expect(!query.contains("file"))
        #expect(query.number("limit") == 20)
        #expect(query.number("rev") == nil)
    }

    @Test func targetIsSplitAndNotDecoded() throws {
        let target = try #require(RequestTarget("/a%2520b/c%2Fd/?x=?#f"))
        #expect(target.rawPath == "/a%2520b/c%2Fd/")
        #expect(target.rawQuery == "x=?")
        #expect(target.segments == [Array("a%20b".utf8), Array("c/d".utf8), []])
        #expect(RequestTarget("*") == nil)
        #expect(try #require(RequestTarget("/%zz")).segments == nil)
    }
}
