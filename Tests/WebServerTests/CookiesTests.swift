import HTTPTypes
import Testing

@testable import WebServer

@Suite struct CookiesTests {
    @Test func cookiesAreReadLeniently() {
        let cookies = Cookies(header: " a=1;b = two ; c=\"quoted\"; =none; bare; a=second; d=x=y;;")
        #expect(cookies["a"] == "1")
        #expect(cookies["b"] == "two")
        #expect(cookies["c"] == "quoted")
        #expect(cookies["d"] == "x=y")
        #expect(cookies["bare"] == nil)
        #expect(cookies[""] == nil)
    }

    @Test func cookiesAreBounded() {
        let header = (0..<100).map { "c\($0)=\($0)" }.joined(separator: ";")
        #expect(Cookies(header: header)["c63"] == "63")
        #expect(Cookies(header: header)["c64"] == nil)
    }

    @Test func severalFieldsCountTogether() {
        var fields = HTTPFields()
        fields.append(HTTPField(name: .cookie, value: "a=1"))
        fields.append(HTTPField(name: .cookie, value: "b=2"))
        #expect(Cookies(HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/", headerFields: fields))["b"] == "2")
    }

    @Test(arguments: ["a b", "a;b", "a,b", "a\"b", "a\\b", "a\r\nSet-Cookie: x=1", "é"])
    func valuesThatWouldBreakTheHeaderAreRefused(value: String) {
        #expect(CookieJar(isSecure: false).setCookie("name", value: value) == nil)
        #expect(CookieJar(isSecure: false).setCookie(value, value: "x") == nil)
    }

    @Test func deletingACookie() {
        #expect(
            CookieJar(isSecure: true).setCookie("s", value: "", maxAge: 0) == "__Host-s=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure"
        )
    }

    @Test func base64URLFollowsRFC4648() {
        let vectors = ["": "", "f": "Zg", "fo": "Zm8", "foo": "Zm9v", "foob": "Zm9vYg", "fooba": "Zm9vYmE", "foobar": "Zm9vYmFy"]
        for (plain, encoded) in vectors { #expect(Base64URL.encoded(Array(plain.utf8)) == encoded) }
        #expect(Base64URL.encoded([0xFB, 0xFF]) == "-_8")
    }
}
