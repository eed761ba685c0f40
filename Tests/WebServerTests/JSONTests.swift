import Testing

@testable import WebServer

@Suite struct JSONTests {
    private func text(_ value: JSONValue) -> String { String(decoding: value.encoded, as: UTF8.self) }
    private func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    @Test func membersKeepTheirOrder() {
        #expect(text(["b": 1, "a": [true, .null, .double(1.5), "x"], "é": [:]]) == #"{"b":1,"a":[true,null,1.5,"x"],"é":{}}"#)
    }

    @Test func nothingInATextCanEndIt() {
        #expect(
            text("\"\\\n\r\t\u{0}\u{1F}\u{7F}</script>&\u{2028}😀\u{301}")
                == #""\"\\\n\r\t\u0000\u001f\u007f\u003c/script\u003e\u0026\u2028😀"# + "\u{301}\"")
    }

    @Test func numbersThatAreNoneAreNull() {
        #expect(text(.double(.nan)) == "null")
        #expect(text(.double(-.infinity)) == "null")
    }

    @Test func whatIsWrittenIsRead() throws {
        let value: JSONValue = ["a": ["\u{0}\u{FFFF}😀</&", -5, .double(0.25)], "": .null, "deep": [[[["x": false]]]]]
        #expect(try JSONValue(parsing: value.encoded) == value)
    }

    @Test(
        arguments: [
            (" {} ", JSONValue.object([])), ("[1 , -0.5e1]", [1, .double(-5)]), (#""\ud83d\ude00\/""#, "😀/"),
            ("9223372036854775807", .int(.max)), ("9223372036854775808", .double(9223372036854775808)), ("-0", .int(0)),
        ] as [(String, JSONValue)])
    func validTexts(text: String, value: JSONValue) throws {
        #expect(try parse(text) == value)
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{,}", #"{"a":1,}"#, "[1 2]", "01", "-", "1.", ".5", "1e", "+1", "tru", "nul", "NaN", #"{"a"}"#, "{a:1}",
        "'a'",
        #""\x""#, #""\u12"#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "\"\n\"", "\"", "1 1", "[]]", "// c\n1", "1e999",
        #"{"a":1,"a":2}"#,
    ])
    func invalidTexts(text: String) {
        #expect(throws: JSONError.self) { try parse(text) }
    }

    @Test func badEncodingIsRefused() {
        #expect(throws: JSONError.notText(offset: 1)) { try JSONValue(parsing: [0x22, 0xC3, 0x22]) }
    }

    @Test func depthIsBounded() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        _ = try parse(nested(32))
        #expect(throws: JSONError.tooDeep(limit: 32)) { try parse(nested(33)) }
        #expect(throws: JSONError.tooDeep(limit: 32)) { try parse(String(repeating: "[", count: 1_000_000)) }
    }

    @Test func problemsStandInTheOrderOfTheStandard() {
        let problem = Problem(
            type: "/errors#conflict", title: "Conflict", status: 409, detail: "Both changed it.",
            members: [JSONMember(name: "base", value: "abc")])
        #expect(
            text(problem.json) == #"{"type":"/errors#conflict","title":"Conflict","status":409,"detail":"Both changed it.","base":"abc"}"#)
    }
}
