import HTTPTypes
import Testing

@testable import WebServer

@Suite struct WebHeadersTests {
    @Test func everyNameOfOursIsItself() {
        let names: [(HTTPField.Name, String)] = [
            (.requestID, "X-Request-Id"), (.csrfToken, "X-CSRF-Token"), (.secFetchSite, "Sec-Fetch-Site"),
            (.crossOriginOpenerPolicy, "Cross-Origin-Opener-Policy"), (.permissionsPolicy, "Permissions-Policy"),
            (.referrerPolicy, "Referrer-Policy"), (.robotsTag, "X-Robots-Tag"), (.secondHost, "Host"),
        ]
        for (name, text) in names { #expect(name.rawName == text) }
    }

    @Test func anAnswerKeepsAPolicyOfItsOwn() {
        var fields: HTTPFields = [.contentSecurityPolicy: "sandbox"]
        SecurityHeaders.page.complete(&fields)
        #expect(fields[values: .contentSecurityPolicy] == ["sandbox"])
        #expect(fields[.xContentTypeOptions] == "nosniff")
    }

    @Test func pagesAllowNothingInline() {
        #expect(!SecurityHeaders.pagePolicy.contains("unsafe"))
        #expect(SecurityHeaders.pagePolicy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'; "))
        #expect(SecurityHeaders.pagePolicy.hasSuffix("base-uri 'none'; frame-ancestors 'none'"))
    }

    @Test func requestIdentifiersAreShortAndDiffer() {
        let identifiers = RequestIdentifiers(startingAt: 31)
        #expect(identifiers.next() == "0000000z")
        #expect(identifiers.next() == "00000010")
        #expect(RequestIdentifiers(startingAt: .max).next() == "zzzzzzzz")
    }

    @Test func everyErrorOfThePlumbingHasAStatus() {
        #expect(WebError(BodyError.tooLarge(limit: 5)).status == .contentTooLarge)
        #expect(WebError(BodyError.unsupportedEncoding).status == .unsupportedMediaType)
        #expect(WebError(FormError.malformedEscape).status == .badRequest)
        #expect(WebError(JSONError.endsEarly).status == .badRequest)
        #expect(WebError(ConcurrencyGate.Full(retryAfter: 2)).headers[.retryAfter] == "2")
        struct Unforeseen: Error {}
        #expect(WebError(Unforeseen()).status == .internalServerError)
        #expect(WebError(Unforeseen()).values.isEmpty)
        #expect(WebError(WebError.notFound) == .notFound)
    }

    @Test func strangeRequestsAreRefused() throws {
        func check(_ path: String, _ fields: HTTPFields = [:]) throws {
            try RequestSanity.check(HTTPRequest(method: .get, scheme: "http", authority: "x", path: path, headerFields: fields))
        }
        try check("/")
        #expect(throws: WebError.malformed) { try check("*") }
        #expect(throws: WebError.malformed) { try check("") }
        #expect(throws: WebError.malformed) { try check("/", [.secondHost: "y"]) }
        #expect(throws: WebError.addressTooLong) { try check("/" + String(repeating: "a", count: 9000)) }
    }
}
